package io.github.pushforward.benchmarks.blackscholes;

import io.github.pushforward.benchmarks.FunctionBenchmark;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.openjdk.jmh.annotations.Benchmark;

/** Five numbers in, one out. */
public class BlackScholesBenchmark extends FunctionBenchmark {
    // Not final, so that nothing is computed at compile time.
    private double spot = 100;
    private double strike = 105;
    private double volatility = 0.2;
    private double rate = 0.03;
    private double years = 0.75;

    private final double[] direction = direction(5);

    @Override
    public String id() {
        return "K5";
    }

    @Override
    public String label() {
        return "Black–Scholes";
    }

    @Override
    public int inputs() {
        return 5;
    }

    @Override
    protected void prepare() {}

    @Override
    protected DifferentiableFunction function() {
        return BlackScholesGradient.callFunction(spot, strike, volatility, rate, years);
    }

    @Benchmark
    public double primal() {
        return BlackScholes.call(spot, strike, volatility, rate, years);
    }

    @Benchmark
    public Dual tangent() {
        double[] v = direction;
        return BlackScholesTangent.call(spot, strike, volatility, rate, years, v[0], v[1], v[2], v[3], v[4]);
    }
}
