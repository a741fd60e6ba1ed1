package io.github.pushforward.benchmarks.blackscholes;

import io.github.pushforward.benchmarks.FunctionBenchmark;
import io.github.pushforward.benchmarks.HipparchusInputs;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
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

    private final double[] gradient = new double[5];
    private final HipparchusInputs hipparchus = new HipparchusInputs();

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

    @Benchmark
    public Dual handTangent() {
        double[] v = direction;
        return WrittenBlackScholes.tangent(spot, strike, volatility, rate, years, v[0], v[1], v[2], v[3], v[4]);
    }

    @Benchmark
    public double[] handGradient() {
        WrittenBlackScholes.gradient(spot, strike, volatility, rate, years, gradient);
        return gradient;
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        return price(HipparchusInputs.along(point(), direction));
    }

    @Benchmark
    public Gradient hipparchusGradient() {
        return price(HipparchusInputs.gradients(point()));
    }

    @Benchmark
    public DerivativeStructure derivativeStructure() {
        return price(hipparchus.structures(point()));
    }

    private double[] point() {
        return new double[] {spot, strike, volatility, rate, years};
    }

    private static <T extends CalculusFieldElement<T>> T price(T[] x) {
        return HipparchusBlackScholes.call(x[0], x[1], x[2], x[3], x[4]);
    }
}
