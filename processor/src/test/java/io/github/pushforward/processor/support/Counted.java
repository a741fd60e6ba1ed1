package io.github.pushforward.processor.support;

import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.SparsityPattern;

/** A mapping that counts the directions along which it is differentiated. */
public final class Counted implements DifferentiableMapping {
    private final DifferentiableMapping mapping;
    private int directions;

    public Counted(DifferentiableMapping mapping) {
        this.mapping = mapping;
    }

    /** The directions since this was asked last. */
    public int directions() {
        int count = directions;
        directions = 0;
        return count;
    }

    @Override
    public int inputDimension() {
        return mapping.inputDimension();
    }

    @Override
    public int outputDimension() {
        return mapping.outputDimension();
    }

    @Override
    public double[] start() {
        return mapping.start();
    }

    @Override
    public void value(double[] x, double[] y) {
        mapping.value(x, y);
    }

    @Override
    public void along(double[] x, double[] v, double[] y, double[] yTangent) {
        directions++;
        mapping.along(x, v, y, yTangent);
    }

    @Override
    public void along(double[] x, double[][] v, double[] y, double[][] yTangents) {
        directions += v.length;
        mapping.along(x, v, y, yTangents);
    }

    @Override
    public void jacobian(double[] x, double[] y, double[][] jacobian) {
        directions += x.length;
        mapping.jacobian(x, y, jacobian);
    }

    @Override
    public SparsityPattern sparsity() {
        return mapping.sparsity();
    }
}
