package io.github.pushforward.example;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fits two models by optimizers of Hipparchus with generated derivatives, and prints what they are worth. */
@Command(
        name = "fit",
        description = "Fits a model by Levenberg-Marquardt and a likelihood by a quasi-Newton method.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class FitCommand implements Callable<Integer> {

    /** NIST certifies no more. */
    private static final double CERTIFIED_DIGITS = 11;

    @Option(
            names = "--start",
            paramLabel = "N",
            defaultValue = "1",
            description = "NIST's starting point for Levenberg-Marquardt, 1 or 2 (default: ${DEFAULT-VALUE}).")
    private int start;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (start != 1 && start != 2) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--start': " + start + " is not 1 or 2");
        }
        leastSquares(ElectronMobility.read());
        print("");
        likelihood(BearingLives.read());
        return 0;
    }

    private void leastSquares(ElectronMobility data) {
        LeastSquaresFit fit = data.fit(start);
        print("Mobility of electrons: least squares by Levenberg-Marquardt");
        print("Data: " + ElectronMobility.SOURCE);
        print("%-9s  %16s  %14s  %16s  %6s", "", "estimate", "standard error", "certified", "digits");
        List<Estimate> estimates = fit.estimates();
        for (int i = 0; i < estimates.size(); i++) {
            Estimate estimate = estimates.get(i);
            double certified = ElectronMobility.certified(i);
            print(
                    "%-9s  %16.10g  %14.5g  %16.10g  %6.1f",
                    estimate.parameter(),
                    estimate.value(),
                    estimate.standardError(),
                    certified,
                    digits(estimate.value(), certified));
        }
        print(
                "Residuals: sum of squares %.6f, standard deviation %.6f, after %d evaluations",
                fit.squares(), fit.deviation(), fit.evaluations());
    }

    private void likelihood(BearingLives data) {
        LikelihoodFit fit = data.fit();
        print("Lives of ball bearings: gamma distribution of maximum likelihood by a quasi-Newton method");
        print("Data: " + BearingLives.SOURCE);
        print("%-9s  %16s  %14s", "", "estimate", "standard error");
        for (Estimate estimate : fit.estimates()) {
            print("%-9s  %16.6f  %14.5g", estimate.parameter(), estimate.value(), estimate.standardError());
        }
        print("Log-likelihood %.6f, after %d iterations", fit.logLikelihood(), fit.iterations());
    }

    /** How many significant digits of a value are right: the field's log relative error, as far as it can be known. */
    static double digits(double value, double certified) {
        double error = Math.abs(value - certified) / Math.abs(certified);
        return Math.min(CERTIFIED_DIGITS, -Math.log10(error));
    }

    private void print(String format, Object... arguments) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
