package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableFunction;

/** A long run, few inputs. */
public class LotkaVolterraBenchmark extends FunctionBenchmark {
    private static final double DT = 0.01;
    private static final int STEPS = 1_000;

    private double birth = 1.1;
    private double hunt = 0.4;
    private double growth = 0.1;
    private double death = 0.4;

    @Override
    String label() {
        return "RK4 of Lotka–Volterra, 1,000 steps";
    }

    @Override
    DifferentiableFunction function() {
        return LotkaVolterraGradient.preyFunction(1.1, 0.4, 0.1, 0.4, DT, STEPS);
    }

    @Override
    double original() {
        return LotkaVolterra.prey(birth, hunt, growth, death, DT, STEPS);
    }
}
