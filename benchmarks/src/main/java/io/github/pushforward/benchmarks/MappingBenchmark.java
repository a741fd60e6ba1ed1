package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableMapping;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A kernel Rⁿ → Rᵐ with a generated view. */
public abstract class MappingBenchmark extends KernelBenchmark {
    private DifferentiableMapping mapping;
    private double[] x;
    private double[] unit;
    private double[] y;
    private double[] yTangent;
    private double[][] jacobian;

    /** Makes what the forms are called with: {@link #mapping} is called next. */
    protected abstract void prepare();

    /** The generated view, its start the point of the other forms. */
    protected abstract DifferentiableMapping mapping();

    @Override
    @Setup
    public final void setUp() {
        prepare();
        mapping = mapping();
        int n = mapping.inputDimension();
        int m = mapping.outputDimension();
        x = mapping.start();
        unit = new double[n];
        y = new double[m];
        yTangent = new double[m];
        jacobian = new double[m][n];
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
