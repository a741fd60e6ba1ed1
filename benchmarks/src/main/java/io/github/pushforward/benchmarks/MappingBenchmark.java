package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableMapping;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A kernel Rⁿ → Rᵐ. */
public abstract class MappingBenchmark extends KernelBenchmark {
    private DifferentiableMapping mapping;
    private double[] x;
    private double[] direction;
    private double[] unit;
    private double[] y;
    private double[] yTangent;
    private double[][] jacobian;

    /** The generated view. */
    abstract DifferentiableMapping mapping();

    /** The original at the view's start. */
    abstract double[] original();

    @Override
    final int inputs() {
        return mapping().inputDimension();
    }

    @Setup
    public final void setUp() {
        mapping = mapping();
        int n = mapping.inputDimension();
        int m = mapping.outputDimension();
        x = mapping.start();
        direction = direction(n);
        unit = new double[n];
        y = new double[m];
        yTangent = new double[m];
        jacobian = new double[m][n];
    }

    @Benchmark
    public final double[] primal() {
        return original();
    }

    @Benchmark
    public final double[] tangent() {
        mapping.along(x, direction, y, yTangent);
        return yTangent;
    }

    /** The exact Jacobian, a pass for each input. */
    @Benchmark
    public final double[][] unitPasses() {
        for (int j = 0; j < unit.length; j++) {
            unit[j] = 1;
            mapping.along(x, unit, y, yTangent);
            unit[j] = 0;
            for (int i = 0; i < y.length; i++) {
                jacobian[i][j] = yTangent[i];
            }
        }
        return jacobian;
    }

    /** The exact Jacobian, several inputs a pass. */
    @Benchmark
    public final double[][] exact() {
        mapping.jacobian(x, y, jacobian);
        return jacobian;
    }
}
