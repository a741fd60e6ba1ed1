package io.github.pushforward.benchmarks.reprojection;

import io.github.pushforward.benchmarks.HipparchusInputs;
import io.github.pushforward.benchmarks.MappingBenchmark;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.DualOf;
import java.util.Arrays;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;

/** A camera, a point and a weight in, an error of two coordinates out; small arrays in between. */
public class ReprojectionBenchmark extends MappingBenchmark {
    private final double[] camera = {0.1, -0.2, 0.3, 0.5, 0.25, -0.75, 500, 320, 240, 0.01, -0.002};
    private final double[] point = {1, 2, 8};
    private double weight = 0.9;
    private final double[] feature = {350, 330};

    private final double[] direction = direction(15);
    private final double[] cameraDirection = Arrays.copyOf(direction, 11);
    private final double[] pointDirection = Arrays.copyOfRange(direction, 11, 14);

    private final double[] error = new double[2];
    private final double[][] jacobian = new double[2][15];
    private final HipparchusInputs hipparchus = new HipparchusInputs();

    @Override
    public String id() {
        return "K4";
    }

    @Override
    public String label() {
        return "Bundle adjustment, 2 × 15";
    }

    @Override
    public int inputs() {
        return 15;
    }

    @Override
    protected void prepare() {}

    @Override
    protected DifferentiableMapping mapping() {
        return ReprojectionGradient.errorFunction(camera, point, weight, feature);
    }

    @Benchmark
    public double[] primal() {
        return Reprojection.error(camera, point, weight, feature);
    }

    @Benchmark
    public DualOf<double[], double[]> tangent() {
        return ReprojectionTangent.error(
                camera, point, weight, feature, cameraDirection, pointDirection, direction[14]);
    }

    @Benchmark
    public DualOf<double[], double[]> handTangent() {
        return WrittenTangent.tangent(camera, point, weight, feature, cameraDirection, pointDirection, direction[14]);
    }

    @Benchmark
    public double[][] handGradient() {
        WrittenJacobian.jacobian(camera, point, weight, feature, error, jacobian);
        return jacobian;
    }

    @Benchmark
    public UnivariateDerivative1[] univariateDerivative1() {
        return error(HipparchusInputs.along(packed(), direction));
    }

    @Benchmark
    public Gradient[] hipparchusGradient() {
        return error(HipparchusInputs.gradients(packed()));
    }

    @Benchmark
    public DerivativeStructure[] derivativeStructure() {
        return error(hipparchus.structures(packed()));
    }

    private double[] packed() {
        double[] x = Arrays.copyOf(camera, 15);
        System.arraycopy(point, 0, x, 11, 3);
        x[14] = weight;
        return x;
    }

    private <T extends CalculusFieldElement<T>> T[] error(T[] x) {
        return HipparchusReprojection.error(Arrays.copyOf(x, 11), Arrays.copyOfRange(x, 11, 14), x[14], feature);
    }
}
