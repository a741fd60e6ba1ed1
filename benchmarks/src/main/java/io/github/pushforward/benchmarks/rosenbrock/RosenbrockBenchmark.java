package io.github.pushforward.benchmarks.rosenbrock;

import io.github.pushforward.benchmarks.FunctionBenchmark;
import io.github.pushforward.benchmarks.HipparchusInputs;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** One array in, of any length, one number out, little to compute for each element. */
public class RosenbrockBenchmark extends FunctionBenchmark {
    @Param("1000")
    int n;

    private double[] x;
    private double[] direction;
    private double[] gradient;
    private final HipparchusInputs hipparchus = new HipparchusInputs();

    /** Of the dimension that the table shows. */
    public RosenbrockBenchmark() {
        this(1_000);
    }

    public RosenbrockBenchmark(int n) {
        this.n = n;
    }

    @Override
    public String id() {
        return "K2";
    }

    @Override
    public String label() {
        return "Rosenbrock";
    }

    @Override
    public int inputs() {
        return n;
    }

    @Override
    protected void prepare() {
        x = new SplittableRandom(2).doubles(n, -1, 1).toArray();
        direction = direction(n);
        gradient = new double[n];
    }

    @Override
    protected DifferentiableFunction function() {
        return RosenbrockGradient.valueFunction(x);
    }

    @Benchmark
    public double primal() {
        return Rosenbrock.value(x);
    }

    @Benchmark
    public Dual tangent() {
        return RosenbrockTangent.value(x, direction);
    }

    @Benchmark
    public Dual handTangent() {
        return WrittenRosenbrock.tangent(x, direction);
    }

    @Benchmark
    public double[] handGradient() {
        WrittenRosenbrock.gradient(x, gradient);
        return gradient;
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        return HipparchusRosenbrock.value(HipparchusInputs.along(x, direction));
    }

    @Benchmark
    public Gradient hipparchusGradient() {
        return HipparchusRosenbrock.value(HipparchusInputs.gradients(x));
    }

    @Benchmark
    public DerivativeStructure derivativeStructure() {
        return HipparchusRosenbrock.value(hipparchus.structures(x));
    }
}
