package io.github.pushforward.devset.survey;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code that may never end. */
final class Patience {
    private static final long SECONDS = 20;

    private Patience() {}

    /** The result, or an exception: that of the code, or {@link TimeoutException}. */
    static <T> T call(Callable<T> code) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        // A deep stack: what overflows is a finding, but not at the depth of a small one.
        Thread thread = new Thread(null, task, "patience", 16L << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw failure;
        } catch (TimeoutException endless) {
            stop(thread);
            throw endless;
        }
    }

    @SuppressWarnings("deprecation")
    private static void stop(Thread thread) {
        try {
            thread.stop();
        } catch (UnsupportedOperationException newer) {
            // JDK 20 and later cannot: the thread goes on, as one of the lowest priority.
            thread.setPriority(Thread.MIN_PRIORITY);
        }
    }
}
