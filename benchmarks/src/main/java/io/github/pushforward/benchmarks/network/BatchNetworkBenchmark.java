package io.github.pushforward.benchmarks.network;

import io.github.pushforward.benchmarks.TrainingBenchmark;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.openjdk.jmh.annotations.Benchmark;

/** Two dense layers; loops along the batch, which HotSpot vectorizes. */
public class BatchNetworkBenchmark extends TrainingBenchmark {
    private final NetworkParameters gradient = NetworkParameters.zero();
    private NetworkData data;
    private NetworkParameters parameters;
    private NetworkParameters direction;
    private HipparchusNetwork.Layer hiddenLayer;
    private HipparchusNetwork.Layer outputLayer;

    @Override
    public String id() {
        return "K8 batch";
    }

    @Override
    public String label() {
        return "network 784-128-10, batch 64, vectorized";
    }

    @Override
    public int inputs() {
        return NetworkParameters.COUNT;
    }

    @Override
    protected void prepare() {
        data = NetworkData.make();
        parameters = data.parameters();
        direction = NetworkParameters.of(direction(NetworkParameters.COUNT));
        hiddenLayer = HipparchusNetwork.Layer.of(
                parameters.hiddenWeights(), parameters.hiddenBias(), direction.hiddenWeights(), direction.hiddenBias());
        outputLayer = HipparchusNetwork.Layer.of(
                parameters.outputWeights(), parameters.outputBias(), direction.outputWeights(), direction.outputBias());
    }

    @Override
    protected DifferentiableFunction function() {
        return BatchNetworkGradient.lossFunction(
                parameters.hiddenWeights(),
                parameters.hiddenBias(),
                parameters.outputWeights(),
                parameters.outputBias(),
                data.pixels(),
                data.labels());
    }

    @Override
    protected double[] gradientByBackprop() {
        backprop();
        return gradient.flat();
    }

    @Benchmark
    public double primal() {
        return BatchNetwork.loss(
                parameters.hiddenWeights(),
                parameters.hiddenBias(),
                parameters.outputWeights(),
                parameters.outputBias(),
                data.pixels(),
                data.labels());
    }

    @Benchmark
    public Dual tangent() {
        return BatchNetworkTangent.loss(
                parameters.hiddenWeights(),
                parameters.hiddenBias(),
                parameters.outputWeights(),
                parameters.outputBias(),
                data.pixels(),
                data.labels(),
                direction.hiddenWeights(),
                direction.hiddenBias(),
                direction.outputWeights(),
                direction.outputBias());
    }

    @Benchmark
    public Dual handTangent() {
        return WrittenBatchTangent.loss(parameters, data.pixels(), data.labels(), direction);
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        return HipparchusNetwork.loss(hiddenLayer, outputLayer, data.images(), data.labels());
    }

    @Benchmark
    public double backprop() {
        return BatchBackprop.loss(parameters, data.pixels(), data.images(), data.labels(), gradient);
    }
}
