package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.Arrays;

/** Rates at knots, linear between them and flat outside. */
@Differentiable
final class KnotCurve implements Curve {

    @Constant
    private final double[] times;

    private final double[] rates;

    KnotCurve(@Constant double[] times, double[] rates) {
        if (times.length != rates.length || times.length == 0) {
            throw new IllegalArgumentException("a rate for each time, please");
        }
        this.times = times;
        this.rates = rates;
    }

    double[] times() {
        return times;
    }

    double[] rates() {
        return rates;
    }

    @Override
    public double zeroRate(@Constant double time) {
        int found = Arrays.binarySearch(times, time);
        if (found >= 0) {
            return rates[found];
        }
        int next = -found - 1;
        if (next == 0) {
            return rates[0];
        }
        if (next == times.length) {
            return rates[next - 1];
        }
        double weight = (time - times[next - 1]) / (times[next] - times[next - 1]);
        return (1 - weight) * rates[next - 1] + weight * rates[next];
    }
}
