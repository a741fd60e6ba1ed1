package io.github.pushforward.benchmarks.softmax;

import io.github.pushforward.benchmarks.TrainingBenchmark;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;

/** Loops along the batch, which HotSpot vectorizes. */
public class BatchSoftmaxBenchmark extends TrainingBenchmark {
    private final SoftmaxParameters gradient = SoftmaxParameters.zero();
    private SoftmaxData data;
    private SoftmaxParameters direction;
    private UnivariateDerivative1[][] weights;
    private UnivariateDerivative1[] bias;

    @Override
    public String id() {
        return "K7 batch";
    }

    @Override
    public String label() {
        return "softmax regression 784×10, batch 64, vectorized";
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
        return BatchSoftmaxGradient.lossFunction(data.weights(), data.bias(), data.pixels(), data.labels());
    }

    @Override
    protected double[] gradientByBackprop() {
        backprop();
        return gradient.flat();
    }

    @Benchmark
    public double primal() {
        return BatchSoftmax.loss(data.weights(), data.bias(), data.pixels(), data.labels());
    }

    @Benchmark
    public Dual tangent() {
        return BatchSoftmaxTangent.loss(
                data.weights(), data.bias(), data.pixels(), data.labels(), direction.weights(), direction.bias());
    }

    @Benchmark
    public Dual handTangent() {
        return WrittenBatchTangent.loss(
                data.weights(), data.bias(), data.pixels(), data.labels(), direction.weights(), direction.bias());
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        return HipparchusSoftmax.loss(weights, bias, data.images(), data.labels());
    }

    @Benchmark
    public double backprop() {
        return BatchBackprop.loss(data.weights(), data.bias(), data.pixels(), data.images(), data.labels(), gradient);
    }
}
