package io.github.pushforward.example.paper;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Adds up how long its thread has had a processor while it ran, so that what runs beside it changes the times little; by the clock, where
 * the JVM cannot tell.
 */
final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e9;

    private long total;
    private long started;

    void start() {
        started = now();
    }

    void stop() {
        total += now() - started;
    }

    double seconds() {
        return total / NANOS;
    }

    private static long now() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
