package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** A payment, in a number of years. */
@Differentiable
record CashFlow(@Constant double time, double amount) {

    CashFlow {
        if (time < 0) {
            throw new IllegalArgumentException("a payment of the past: " + time);
        }
    }

    double presentValue(Curve curve) {
        return amount * curve.discount(time);
    }

    double presentValue(double yield) {
        return amount * Math.exp(-yield * time);
    }
}
