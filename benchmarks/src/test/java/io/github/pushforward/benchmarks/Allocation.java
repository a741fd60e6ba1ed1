package io.github.pushforward.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;

/** How many bytes a call of a form allocates. What it returns is kept, so that no compiler leaves it out; numbers are not boxed. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** How long HotSpot is given to compile a form. */
    private static final long PATIENCE = 20_000_000_000L;

    private static final long BATCH = 100_000_000L;

    private static volatile Object sink;

    private static volatile double number;

    private final MethodHandle form;
    private final boolean isNumber;

    Allocation(KernelBenchmark kernel, String form) throws ReflectiveOperationException {
        MethodHandle handle = MethodHandles.lookup()
                .unreflect(kernel.getClass().getMethod(form))
                .bindTo(kernel);
        isNumber = handle.type().returnType().isPrimitive();
        this.form = handle.asType(MethodType.methodType(isNumber ? double.class : Object.class));
    }

    /** The least of a few calls: the first ones load classes. */
    long now() throws Throwable {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            call();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    /** By compiled code: called until it allocates no more than is hoped for, or for so long that it never will. */
    long compiled(long hopedFor) throws Throwable {
        long least = Long.MAX_VALUE;
        long start = System.nanoTime();
        do {
            least = Math.min(least, bytesPerCall());
        } while (least > hopedFor && System.nanoTime() - start < PATIENCE);
        return least;
    }

    /** The mean of a batch, rounded up. */
    private long bytesPerCall() throws Throwable {
        long calls = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        do {
            call();
            calls++;
        } while (System.nanoTime() - start < BATCH);
        return (THREADS.getCurrentThreadAllocatedBytes() - before + calls - 1) / calls;
    }

    private void call() throws Throwable {
        if (isNumber) {
            number = (double) form.invokeExact();
        } else {
            sink = (Object) form.invokeExact();
        }
    }
}
