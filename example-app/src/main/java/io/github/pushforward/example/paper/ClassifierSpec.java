package io.github.pushforward.example.paper;

import java.util.List;

/**
 * What the experiment with a classifier is made of.
 *
 * @param steps how many steps a training makes
 * @param batch how many images a step sees
 * @param runs how many trainings, with other seeds, a setting has
 * @param decay the rate of step i is η₀ e^(−decay·i)
 * @param paperRates the paper's η₀, the same for both methods
 * @param tuningPart a training to choose a rate by makes one in so many of the steps
 * @param tuned what rates are tried for which method: backpropagation first, then forms of forward gradients
 * @param remark how the measured costs of a step come about
 * @param paper what the paper has found
 */
record ClassifierSpec(
        Trainable model,
        long steps,
        int batch,
        int runs,
        double decay,
        List<Double> paperRates,
        int tuningPart,
        List<Tuning.Candidates> tuned,
        String remark,
        PaperFigures paper) {

    /** Of losses that run image by image. */
    static final String BY_IMAGE =
            "Measured ratios are lower than counted ones, probably because the loss runs image by image and waits for the sums of its"
                    + " dot products, each addition for the one before: a second sum beside the first costs little. Where loops run along the"
                    + " batch and nothing waits, products count for more: see K7 and K8 of the benchmarks. What a forward gradient has beyond products is"
                    + " the drawing of a number for each parameter and batch.";

    /**
     * The figures of the paper, as it gives them.
     *
     * @param timeRatios T_f ÷ T_b for each of its rates
     */
    record PaperFigures(String forward, String backprop, String forwardToBackprop, List<String> timeRatios) {}
}
