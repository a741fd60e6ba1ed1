package io.github.pushforward.example.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Trainings by forward gradients and by backpropagation, run by run from the same start and on the same batches.
 *
 * @param name whose rates they have
 * @param method the form of forward gradients
 */
record TrainingPair(
        String name,
        DescentMethod method,
        double forwardRate,
        double backpropRate,
        List<LearningCurve> forward,
        List<LearningCurve> backprop) {

    /** T_f ÷ T_b: the times to backpropagation's lowest validation loss, run by run. */
    List<TimeRatio> timesToBackpropsBest() {
        return times(forward, backprop);
    }

    /** The other way round, T_b ÷ T_f: the times to the lowest validation loss of forward gradients. */
    List<TimeRatio> timesToForwardsBest() {
        return times(backprop, forward);
    }

    private static List<TimeRatio> times(List<LearningCurve> of, List<LearningCurve> to) {
        List<TimeRatio> ratios = new ArrayList<>();
        for (int run = 0; run < of.size(); run++) {
            LearningCurve.Point best = to.get(run).best();
            if (best.seconds() > 0) {
                OptionalDouble seconds = of.get(run).secondsTo(best.validation().loss());
                double all = of.get(run).last().seconds();
                ratios.add(new TimeRatio(seconds.orElse(all) / best.seconds(), seconds.isPresent()));
            }
        }
        return ratios;
    }
}
