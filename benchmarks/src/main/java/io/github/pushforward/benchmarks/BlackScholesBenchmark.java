package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableFunction;

/** Five numbers in, one out. */
public class BlackScholesBenchmark extends FunctionBenchmark {
    // Not final, so that nothing is computed at compile time.
    private double spot = 100;
    private double strike = 105;
    private double volatility = 0.2;
    private double rate = 0.03;
    private double years = 0.75;

    @Override
    String label() {
        return "Black–Scholes";
    }

    @Override
    DifferentiableFunction function() {
        return BlackScholesGradient.callFunction(100, 105, 0.2, 0.03, 0.75);
    }

    @Override
    double original() {
        return BlackScholes.call(spot, strike, volatility, rate, years);
    }
}
