package io.github.pushforward.benchmarks;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A kernel and what is measured of it: a method marked {@code Benchmark} for each form of it that makes sense, named as in
 * {@link Columns}. Every JVM runs one of them alone, so that none sees profiles of another.
 *
 * <p>Forms that take a direction take {@link #direction}; all are taken at the same point.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class KernelBenchmark {

    /** What the goals call the kernel: K1, K2 ... */
    public abstract String id();

    /** What the table calls the kernel. */
    public abstract String label();

    /** The number n of active inputs. */
    public abstract int inputs();

    @Override
    public final String toString() {
        return id() + " " + label();
    }

    /** Has JMH measure it along. */
    @Setup
    public final void with(CpuTime time) {
        Objects.requireNonNull(time);
    }

    /** Makes what the forms are called with. */
    @Setup
    public abstract void setUp();

    /** A direction without zeros, the same for each n. */
    protected static double[] direction(int n) {
        return new SplittableRandom(n).doubles(n, 0.5, 1.5).toArray();
    }
}
