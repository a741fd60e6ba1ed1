package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * One training, from its start to its test.
 *
 * @param steps how many steps it makes
 * @param batch how many images a step sees
 * @param seed of the start, the batches and the directions: the same for two methods that are to be compared
 */
record TrainingRun(
        Trainable model,
        ImageData data,
        DescentMethod method,
        LearningRate rate,
        long steps,
        int batch,
        long seed,
        WorkProgress progress)
        implements Callable<LearningCurve> {

    /** How often a training is measured. */
    private static final int MEASUREMENTS = 50;

    @Override
    public LearningCurve call() {
        SplittableRandom seeds = new SplittableRandom(seed);
        double[] start = model.start(seeds.nextLong());
        MiniBatches batches = new MiniBatches(data.train(), batch, seeds.nextLong());
        Measurements measurements = new Measurements(start.length);
        long divergedAt = method.run(new Descent(model, batches, start, rate, steps, seeds.nextLong(), measurements));
        return measurements.curve(divergedAt);
    }

    /** Stops the clock to measure. */
    private final class Measurements implements Descent.Watcher {
        private final long interval = Math.max(1, steps / MEASUREMENTS);
        private final Stopwatch stopwatch = new Stopwatch();
        private final List<LearningCurve.Point> points = new ArrayList<>();
        private final double[] last;

        Measurements(int dimension) {
            last = new double[dimension];
            stopwatch.start();
        }

        @Override
        public void reached(long step, double[] x) {
            if (step % interval == 0 || step == steps) {
                stopwatch.stop();
                System.arraycopy(x, 0, last, 0, last.length);
                points.add(new LearningCurve.Point(step, stopwatch.seconds(), model.score(x, data.validation())));
                progress.advance(Math.min(interval, step));
                stopwatch.start();
            }
        }

        LearningCurve curve(long divergedAt) {
            return new LearningCurve(points, divergedAt, model.score(last, data.test()));
        }
    }
}
