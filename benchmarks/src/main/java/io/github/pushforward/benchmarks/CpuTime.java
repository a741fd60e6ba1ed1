package io.github.pushforward.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long the thread that measures has had a processor, in each iteration: unlike the time on the clock, next to the same on a busy
 * machine. HotSpot's own threads have no part in it.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
    /** What JMH calls the result: the name of the field. */
    static final String RESULT = "cpuNanoseconds";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public long cpuNanoseconds;

    private long start;

    @Setup(Level.Iteration)
    public void start() {
        start = THREADS.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        cpuNanoseconds = THREADS.getCurrentThreadCpuTime() - start;
    }
}
