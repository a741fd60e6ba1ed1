package io.github.pushforward.benchmarks.lotkavolterra;

import io.github.pushforward.benchmarks.FunctionBenchmark;
import io.github.pushforward.benchmarks.HipparchusInputs;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
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

    private final double[] gradient = new double[4];
    private final HipparchusInputs hipparchus = new HipparchusInputs();

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

    @Benchmark
    public Dual handTangent() {
        double[] v = direction;
        return WrittenLotkaVolterra.tangent(birth, hunt, growth, death, DT, STEPS, v[0], v[1], v[2], v[3]);
    }

    @Benchmark
    public double[] handGradient() {
        WrittenLotkaVolterra.gradient(birth, hunt, growth, death, DT, STEPS, gradient);
        return gradient;
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        return prey(HipparchusInputs.along(point(), direction));
    }

    @Benchmark
    public Gradient hipparchusGradient() {
        return prey(HipparchusInputs.gradients(point()));
    }

    @Benchmark
    public DerivativeStructure derivativeStructure() {
        return prey(hipparchus.structures(point()));
    }

    private double[] point() {
        return new double[] {birth, hunt, growth, death};
    }

    private static <T extends CalculusFieldElement<T>> T prey(T[] x) {
        return HipparchusLotkaVolterra.prey(x[0], x[1], x[2], x[3], DT, STEPS);
    }
}
