package io.github.pushforward.benchmarks.hand;

import io.github.pushforward.benchmarks.MappingBenchmark;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.DualOf;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;

/** Small matrices, then sums along long rows. */
public class HandBenchmark extends MappingBenchmark {
    private HandData data;
    private double[] direction;
    private double[][] written;
    private DSFactory structures;

    @Override
    public String id() {
        return "K9";
    }

    @Override
    public String label() {
        return "HAND of ADBench, 26 × 300";
    }

    @Override
    public int inputs() {
        return 26;
    }

    @Override
    protected void prepare() {
        data = HandData.read();
        int n = data.theta().length;
        direction = direction(n);
        written = new double[3 * data.points().length][n];
        structures = new DSFactory(n, 1);
    }

    @Override
    protected DifferentiableMapping mapping() {
        return HandPoseGradient.errorsFunction(
                data.theta(),
                data.parents(),
                data.relatives(),
                data.inverseAbsolutes(),
                data.vertices(),
                data.weights(),
                data.correspondences(),
                data.points());
    }

    @Benchmark
    public double[] primal() {
        return HandPose.errors(
                data.theta(),
                data.parents(),
                data.relatives(),
                data.inverseAbsolutes(),
                data.vertices(),
                data.weights(),
                data.correspondences(),
                data.points());
    }

    @Benchmark
    public DualOf<double[], double[]> tangent() {
        return HandPoseTangent.errors(
                data.theta(),
                data.parents(),
                data.relatives(),
                data.inverseAbsolutes(),
                data.vertices(),
                data.weights(),
                data.correspondences(),
                data.points(),
                direction);
    }

    @Benchmark
    public DualOf<double[], double[]> handTangent() {
        return WrittenTangent.errors(data, data.theta(), direction);
    }

    /** The Jacobian: {@link WrittenJacobian}. */
    @Benchmark
    public double[][] handGradient() {
        WrittenJacobian.errors(data, data.theta(), written);
        return written;
    }

    @Benchmark
    public UnivariateDerivative1[] univariateDerivative1() {
        double[] theta = data.theta();
        UnivariateDerivative1[] numbers = new UnivariateDerivative1[theta.length];
        for (int i = 0; i < theta.length; i++) {
            numbers[i] = new UnivariateDerivative1(theta[i], direction[i]);
        }
        return HipparchusPose.errors(data, numbers);
    }

    @Benchmark
    public Gradient[] hipparchusGradient() {
        double[] theta = data.theta();
        Gradient[] numbers = new Gradient[theta.length];
        for (int i = 0; i < theta.length; i++) {
            numbers[i] = Gradient.variable(theta.length, i, theta[i]);
        }
        return HipparchusPose.errors(data, numbers);
    }

    @Benchmark
    public DerivativeStructure[] derivativeStructure() {
        double[] theta = data.theta();
        DerivativeStructure[] numbers = new DerivativeStructure[theta.length];
        for (int i = 0; i < theta.length; i++) {
            numbers[i] = structures.variable(i, theta[i]);
        }
        return HipparchusPose.errors(data, numbers);
    }
}
