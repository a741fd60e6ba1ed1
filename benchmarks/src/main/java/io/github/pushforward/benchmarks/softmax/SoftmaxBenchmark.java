package io.github.pushforward.benchmarks.softmax;

import io.github.pushforward.benchmarks.TrainingBenchmark;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;

/** Dot products, image by image. */
public class SoftmaxBenchmark extends TrainingBenchmark {
    private final SoftmaxParameters gradient = SoftmaxParameters.zero();
    private SoftmaxData data;
    private SoftmaxParameters direction;
    private UnivariateDerivative1[][] weights;
    private UnivariateDerivative1[] bias;

    @Override
    public String id() {
        return "K7";
    }

    @Override
    public String label() {
        return "softmax regression 784×10, batch 64, by images";
    }

    @Override
    public int inputs() {
        return SoftmaxData.INPUTS;
    }

    @Override
    protected void prepare() {
        data = SoftmaxData.make();
        direction = SoftmaxParameters.of(direction(SoftmaxData.INPUTS));
        weights = HipparchusSoftmax.numbers(data.weights(), direction.weights());
        bias = HipparchusSoftmax.numbers(data.bias(), direction.bias());
    }

    @Override
    protected DifferentiableFunction function() {
        return SoftmaxRegressionGradient.lossFunction(data.weights(), data.bias(), data.images(), data.labels());
    }

    @Override
    protected double[] gradientByBackprop() {
        backprop();
        return gradient.flat();
    }

    @Benchmark
    public double primal() {
        return SoftmaxRegression.loss(data.weights(), data.bias(), data.images(), data.labels());
    }

    @Benchmark
    public Dual tangent() {
        return SoftmaxRegressionTangent.loss(
                data.weights(), data.bias(), data.images(), data.labels(), direction.weights(), direction.bias());
    }

    @Benchmark
    public Dual handTangent() {
        return WrittenTangent.loss(
                data.weights(), data.bias(), data.images(), data.labels(), direction.weights(), direction.bias());
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        return HipparchusSoftmax.loss(weights, bias, data.images(), data.labels());
    }

    @Benchmark
    public double backprop() {
        return Backprop.loss(data.weights(), data.bias(), data.images(), data.labels(), gradient);
    }
}
