package io.github.pushforward.processor.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Derivatives from values alone: central differences, extrapolated to a step of zero (Richardson; error of order h⁸). */
final class Differences {
    private static final double STEP = 1.0 / 64;
    private static final int LEVELS = 4;

    private Differences() {}

    /**
     * The derivative at 0 of a function of one number with several results.
     *
     * @param isFine whether to go on to half the step: where the two disagree, the function has a kink near
     * @param isOfFloats whether values have the precision of a {@code float} alone
     */
    static List<Double> of(DoubleFunction<List<Double>> function, boolean isFine, boolean isOfFloats) {
        return of(function, isFine ? STEP / 2 : STEP, isOfFloats ? 1 : LEVELS);
    }

    private static List<Double> of(DoubleFunction<List<Double>> function, double step, int levels) {
        List<List<Double>> column = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            column.add(central(function, step / (1 << level)));
        }
        for (double factor = 4; column.size() > 1; factor *= 4) {
            List<List<Double>> next = new ArrayList<>();
            for (int i = 1; i < column.size(); i++) {
                next.add(extrapolated(column.get(i), column.get(i - 1), factor));
            }
            column = next;
        }
        return column.get(0);
    }

    private static List<Double> central(DoubleFunction<List<Double>> function, double h) {
        List<Double> after = function.apply(h);
        List<Double> before = function.apply(-h);
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            slopes.add((after.get(i) - before.get(i)) / (2 * h));
        }
        return slopes;
    }

    private static List<Double> extrapolated(List<Double> fine, List<Double> coarse, double factor) {
        List<Double> better = new ArrayList<>();
        for (int i = 0; i < fine.size(); i++) {
            better.add(fine.get(i) + (fine.get(i) - coarse.get(i)) / (factor - 1));
        }
        return better;
    }
}
