package io.github.pushforward.acceptance.network;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Layers, one after another. */
@Differentiable
final class Network {

    final Layer[] layers;

    Network(Layer... layers) {
        this.layers = layers;
    }

    @Differentiable
    double[] outputs(double[] inputs) {
        double[] values = inputs;
        for (Layer layer : layers) {
            values = layer.apply(values);
        }
        return values;
    }

    /** The mean of the cross entropies, and a little of the size of the weights. */
    @Differentiable
    double loss(@Constant double[][] points, int[] labels, @Constant double decay) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum -= Math.log(outputs(points[i])[labels[i]]);
        }
        return sum / points.length + decay * penalty();
    }

    private double penalty() {
        double sum = 0;
        for (Layer layer : layers) {
            if (layer instanceof Dense dense) {
                sum += dense.penalty();
            }
        }
        return sum;
    }
}
