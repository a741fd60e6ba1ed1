package io.github.pushforward.hipparchus;

import io.github.pushforward.runtime.DifferentiableMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Problems of nonlinear regression from NIST's Statistical Reference Datasets: both starting points, and what NIST certifies to
 * eleven digits: the parameters, their standard deviations and the sum of squared residuals.
 */
enum NistProblem {
    MISRA1A(
            "Misra1a",
            NistModelsGradient::misra1aFunction,
            new double[][] {{500, 0.0001}, {250, 0.0005}},
            new double[] {2.3894212918E+02, 5.5015643181E-04},
            new double[] {2.7070075241E+00, 7.2668688436E-06},
            1.2455138894E-01),
    THURBER(
            "Thurber",
            NistModelsGradient::thurberFunction,
            new double[][] {{1000, 1000, 400, 40, 0.7, 0.3, 0.03}, {1300, 1500, 500, 75, 1, 0.4, 0.05}},
            new double[] {
                1.2881396800E+03,
                1.4910792535E+03,
                5.8323836877E+02,
                7.5416644291E+01,
                9.6629502864E-01,
                3.9797285797E-01,
                4.9727297349E-02
            },
            new double[] {
                4.6647963344E+00,
                3.9571156086E+01,
                2.8698696102E+01,
                5.5675370270E+00,
                3.1333340687E-02,
                1.4984928198E-02,
                6.5842344623E-03
            },
            5.6427082397E+03),
    MGH09(
            "MGH09",
            NistModelsGradient::mgh09Function,
            new double[][] {{25, 39, 41.5, 39}, {0.25, 0.39, 0.415, 0.39}},
            new double[] {1.9280693458E-01, 1.9128232873E-01, 1.2305650693E-01, 1.3606233068E-01},
            new double[] {1.1435312227E-02, 1.9633220911E-01, 8.0842031232E-02, 9.0025542308E-02},
            3.0750560385E-04),
    MGH10(
            "MGH10",
            NistModelsGradient::mgh10Function,
            new double[][] {{2, 400000, 25000}, {0.02, 4000, 250}},
            new double[] {5.6096364710E-03, 6.1813463463E+03, 3.4522363462E+02},
            new double[] {1.5687892471E-04, 2.3309021107E+01, 7.8486103508E-01},
            8.7945855171E+01),
    MGH17(
            "MGH17",
            NistModelsGradient::mgh17Function,
            new double[][] {{50, 150, -100, 1, 2}, {0.5, 1.5, -1, 0.01, 0.02}},
            new double[] {3.7541005211E-01, 1.9358469127E+00, -1.4646871366E+00, 1.2867534640E-02, 2.2122699662E-02},
            new double[] {2.0723153551E-03, 2.2031669222E-01, 2.2175707739E-01, 4.4861358114E-04, 8.9471996575E-04},
            5.4648946975E-05),
    RAT42(
            "Rat42",
            NistModelsGradient::rat42Function,
            new double[][] {{100, 1, 0.1}, {75, 2.5, 0.07}},
            new double[] {7.2462237576E+01, 2.6180768402E+00, 6.7359200066E-02},
            new double[] {1.7340283401E+00, 8.8295217536E-02, 3.4465663377E-03},
            8.0565229338E+00),
    ECKERLE4(
            "Eckerle4",
            NistModelsGradient::eckerle4Function,
            new double[][] {{1, 10, 500}, {1.5, 5, 450}},
            new double[] {1.5543827178E+00, 4.0888321754E+00, 4.5154121844E+02},
            new double[] {1.5408051163E-02, 4.6803020753E-02, 4.6800518816E-02},
            1.4635887487E-03);

    private final String file;
    private final BiFunction<double[], double[], DifferentiableMapping> model;
    private final double[][] starts;
    private final double[] parameters;
    private final double[] deviations;
    private final double squares;

    NistProblem(
            String file,
            BiFunction<double[], double[], DifferentiableMapping> model,
            double[][] starts,
            double[] parameters,
            double[] deviations,
            double squares) {
        this.file = file;
        this.model = model;
        this.starts = starts;
        this.parameters = parameters;
        this.deviations = deviations;
        this.squares = squares;
    }

    /** The generated view of the model, from NIST's starting point 1 or 2. */
    DifferentiableMapping mapping(int start) {
        return model.apply(starts[start - 1].clone(), column(0));
    }

    double[] observations() {
        return column(1);
    }

    double[] parameters() {
        return parameters.clone();
    }

    double[] deviations() {
        return deviations.clone();
    }

    double squares() {
        return squares;
    }

    private double[] column(int index) {
        try (InputStream resource = NistProblem.class.getResourceAsStream(file + ".txt")) {
            List<String> lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return lines.stream()
                    .mapToDouble(line -> Double.parseDouble(line.split(" ")[index]))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
