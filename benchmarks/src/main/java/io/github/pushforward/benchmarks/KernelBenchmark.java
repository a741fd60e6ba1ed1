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
 * A kernel and what is measured of it: a method marked {@code Benchmark} for each {@link Ratio#numerator} and {@link Ratio#denominator}
 * that makes sense for it. Every JVM runs one of them alone, so that none sees profiles of another.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class KernelBenchmark {

    /** What the table calls the kernel. */
    abstract String label();

    /** The number n of active inputs. */
    abstract int inputs();

    /** Has JMH measure it along. */
    @Setup
    public final void with(CpuTime time) {
        Objects.requireNonNull(time);
    }

    /** A direction without zeros. */
    static double[] direction(int n) {
        return new SplittableRandom(n).doubles(n, 0.5, 1.5).toArray();
    }
}
