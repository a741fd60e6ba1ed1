package io.github.pushforward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.GradientCheck;
import io.github.pushforward.runtime.JacobianCheck;
import java.util.random.RandomGenerator;

/** Flat views held against central differences at their starts. */
public final class Checks {

    private Checks() {}

    public static void check(DifferentiableFunction function) {
        GradientCheck.Report report = GradientCheck.of(function).at(function.start());
        assertThat(report.valuesAgree()).as("%s", report).isTrue();
        assertThat(report.passed(1e-6)).as("%s", report).isTrue();
    }

    /** The forward gradient (∇f·v)v, along the Gaussian v that comes out of {@code random}. */
    public static double[] forwardGradient(double[] gradient, RandomGenerator random) {
        double[] v = new double[gradient.length];
        Directions.gaussian().draw(v, random);
        double slope = 0;
        for (int i = 0; i < v.length; i++) {
            slope += gradient[i] * v[i];
        }
        for (int i = 0; i < v.length; i++) {
            v[i] *= slope;
        }
        return v;
    }

    public static void check(DifferentiableMapping mapping) {
        JacobianCheck.Report report = JacobianCheck.of(mapping).at(mapping.start());
        assertThat(report.passed(1e-6)).as("%s", report).isTrue();
    }
}
