package io.github.pushforward.benchmarks.lotkavolterra;

import io.github.pushforward.benchmarks.FunctionBenchmark;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.openjdk.jmh.annotations.Benchmark;

/** A long run, few inputs. */
public class LotkaVolterraBenchmark extends FunctionBenchmark {
    private static final double DT = 0.01;
    private static final int STEPS = 1_000;

    // Not final, so that nothing is computed at compile time.
    private double birth = 1.1;
    private double hunt = 0.4;
    private double growth = 0.1;
    private double death = 0.4;

    private final double[] direction = direction(4);

    @Override
    public String id() {
        return "K6";
    }

    @Override
    public String label() {
        return "RK4 of Lotka–Volterra, 1,000 steps";
    }

    @Override
    public int inputs() {
        return 4;
    }

    @Override
    protected void prepare() {}

    @Override
    protected DifferentiableFunction function() {
        return LotkaVolterraGradient.preyFunction(birth, hunt, growth, death, DT, STEPS);
    }

    @Benchmark
    public double primal() {
        return LotkaVolterra.prey(birth, hunt, growth, death, DT, STEPS);
    }

    @Benchmark
    public Dual tangent() {
        double[] v = direction;
        return LotkaVolterraTangent.prey(birth, hunt, growth, death, DT, STEPS, v[0], v[1], v[2], v[3]);
    }
}
