package io.github.pushforward.example.paper;

import com.sun.management.ThreadMXBean;
import io.github.pushforward.example.data.LabeledImages;
import java.lang.management.ManagementFactory;

/**
 * The bytes that a first derivative allocates, with all that it needs beyond the parameters. Nothing of it is freed before the end, so this is what
 * the method takes.
 *
 * @param forward by a call of the tangent method, its direction included
 * @param backprop by backpropagation, the gradient included
 */
record Memory(long forward, long backprop) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Memory measure(DenseModel model, LabeledImages batch, long seed) {
        double[] x = model.start(seed);
        Runnable forward = model.alongDirection(x, batch, seed)::get;
        Runnable backprop = model.backwards(x, batch)::getAsDouble;
        // The first time classes are loaded as well.
        forward.run();
        backprop.run();
        return new Memory(bytes(forward), bytes(backprop));
    }

    private static long bytes(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
