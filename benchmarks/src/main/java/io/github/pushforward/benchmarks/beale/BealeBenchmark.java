package io.github.pushforward.benchmarks.beale;

import io.github.pushforward.benchmarks.HipparchusInputs;
import io.github.pushforward.benchmarks.KernelBenchmark;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * Two numbers in, one out, a dozen operations: called at each of many points. Each form returns the sums over the points of what it
 * computes at them.
 */
public class BealeBenchmark extends KernelBenchmark {
    private static final int POINTS = 10_000;

    private final double[] xs = points(1);
    private final double[] ys = points(2);
    private final double[] direction = direction(2);

    private final DifferentiableFunction function = BealeGradient.valueFunction(1, 1);
    private final double[] point = new double[2];
    private final double[] unit = new double[2];
    private final double[] gradient = new double[2];
    private final double[] sum = new double[2];
    private final HipparchusInputs hipparchus = new HipparchusInputs();

    private static double[] points(long seed) {
        return new SplittableRandom(seed).doubles(POINTS, -4.5, 4.5).toArray();
    }

    @Override
    public String id() {
        return "K1";
    }

    @Override
    public String label() {
        return "Beale, 10,000 points";
    }

    @Override
    public int inputs() {
        return 2;
    }

    @Override
    @Setup
    public void setUp() {}

    @Benchmark
    public double primal() {
        double values = 0;
        for (int i = 0; i < POINTS; i++) {
            values += Beale.value(xs[i], ys[i]);
        }
        return values;
    }

    @Benchmark
    public Dual tangent() {
        double values = 0;
        double tangents = 0;
        for (int i = 0; i < POINTS; i++) {
            Dual dual = BealeTangent.value(xs[i], ys[i], direction[0], direction[1]);
            values += dual.value();
            tangents += dual.tangent();
        }
        return new Dual(values, tangents);
    }

    @Benchmark
    public Dual handTangent() {
        double values = 0;
        double tangents = 0;
        for (int i = 0; i < POINTS; i++) {
            Dual dual = WrittenBeale.tangent(xs[i], ys[i], direction[0], direction[1]);
            values += dual.value();
            tangents += dual.tangent();
        }
        return new Dual(values, tangents);
    }

    @Benchmark
    public double[] unitPasses() {
        start();
        for (int i = 0; i < POINTS; i++) {
            enter(i);
            for (int j = 0; j < unit.length; j++) {
                unit[j] = 1;
                gradient[j] = function.along(point, unit).tangent();
                unit[j] = 0;
            }
            add(gradient);
        }
        return sum;
    }

    @Benchmark
    public double[] exact() {
        start();
        for (int i = 0; i < POINTS; i++) {
            enter(i);
            function.gradient(point, gradient);
            add(gradient);
        }
        return sum;
    }

    @Benchmark
    public double[] handGradient() {
        start();
        for (int i = 0; i < POINTS; i++) {
            WrittenBeale.gradient(xs[i], ys[i], gradient);
            add(gradient);
        }
        return sum;
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        UnivariateDerivative1 values = new UnivariateDerivative1(0, 0);
        for (int i = 0; i < POINTS; i++) {
            UnivariateDerivative1 x = new UnivariateDerivative1(xs[i], direction[0]);
            UnivariateDerivative1 y = new UnivariateDerivative1(ys[i], direction[1]);
            values = values.add(HipparchusBeale.value(x, y));
        }
        return values;
    }

    @Benchmark
    public Gradient hipparchusGradient() {
        Gradient values = Gradient.constant(2, 0);
        for (int i = 0; i < POINTS; i++) {
            Gradient x = Gradient.variable(2, 0, xs[i]);
            Gradient y = Gradient.variable(2, 1, ys[i]);
            values = values.add(HipparchusBeale.value(x, y));
        }
        return values;
    }

    @Benchmark
    public DerivativeStructure derivativeStructure() {
        enter(0);
        DerivativeStructure[] inputs = hipparchus.structures(point);
        DerivativeStructure values = HipparchusBeale.value(inputs[0], inputs[1]);
        for (int i = 1; i < POINTS; i++) {
            enter(i);
            inputs = hipparchus.structures(point);
            values = values.add(HipparchusBeale.value(inputs[0], inputs[1]));
        }
        return values;
    }

    private void enter(int i) {
        point[0] = xs[i];
        point[1] = ys[i];
    }

    private void start() {
        sum[0] = 0;
        sum[1] = 0;
    }

    private void add(double[] terms) {
        sum[0] += terms[0];
        sum[1] += terms[1];
    }
}
