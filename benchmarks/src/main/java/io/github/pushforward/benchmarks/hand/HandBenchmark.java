package io.github.pushforward.benchmarks.hand;

import io.github.pushforward.benchmarks.HipparchusInputs;
import io.github.pushforward.benchmarks.MappingBenchmark;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.DualOf;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;

/** Small matrices, then sums along long rows. */
public class HandBenchmark extends MappingBenchmark {
    private final HipparchusInputs hipparchus = new HipparchusInputs();
    private HandData data;
    private double[] direction;
    private double[][] written;

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
        return HipparchusHandPose.errors(data, HipparchusInputs.along(data.theta(), direction));
    }

    @Benchmark
    public Gradient[] hipparchusGradient() {
        return HipparchusHandPose.errors(data, HipparchusInputs.gradients(data.theta()));
    }

    @Benchmark
    public DerivativeStructure[] derivativeStructure() {
        return HipparchusHandPose.errors(data, hipparchus.structures(data.theta()));
    }
}
