package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/** The entries of a Jacobian that are not zero at some points, by passes along the unit directions, a block of them at a time. */
final class SeenStructure {
    private static final int BLOCK = 8;

    private final DifferentiableMapping mapping;
    private final int inputs;
    private final int outputs;
    private final double[] y;

    SeenStructure(DifferentiableMapping mapping) {
        this.mapping = mapping;
        this.inputs = mapping.inputDimension();
        this.outputs = mapping.outputDimension();
        this.y = new double[outputs];
    }

    SparsityPattern at(double[][] points) {
        @Nullable IndexSet[] outputsOfInputs = new IndexSet[inputs];
        for (double[] point : points) {
            Arguments.requireLength("a point", point, inputs);
            for (int j = 0; j < inputs; j += BLOCK) {
                add(point, j, Math.min(inputs, j + BLOCK), outputsOfInputs);
            }
        }
        return SparsityPattern.of(outputs, outputsOfInputs).transpose();
    }

    private void add(double[] point, int from, int to, @Nullable IndexSet[] outputsOfInputs) {
        double[][] directions = new double[to - from][inputs];
        double[][] products = new double[to - from][outputs];
        for (int j = from; j < to; j++) {
            directions[j - from][j] = 1;
        }
        mapping.along(point, directions, y, products);
        for (int j = from; j < to; j++) {
            double[] column = products[j - from];
            for (int i = 0; i < outputs; i++) {
                if (column[i] != 0) {
                    outputsOfInputs[j] = IndexSet.union(outputsOfInputs[j], IndexSet.of(i));
                }
            }
        }
    }
}
