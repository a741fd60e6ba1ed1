package io.github.pushforward.example.paper;

import java.util.List;

/**
 * How short trainings with some learning rates ended.
 *
 * @param rates those tried
 * @param curves how it went with each
 */
record Tuning(DescentMethod method, List<Double> rates, List<LearningCurve> curves) {

    /** The last validation loss with a rate, infinite where it diverged. */
    double loss(int rate) {
        LearningCurve curve = curves.get(rate);
        double loss = curve.last().validation().loss();
        return curve.diverged() || Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    /** The rate whose training ended with the lowest validation loss. */
    double best() {
        int best = 0;
        for (int r = 1; r < rates.size(); r++) {
            if (loss(r) < loss(best)) {
                best = r;
            }
        }
        return rates.get(best);
    }
}
