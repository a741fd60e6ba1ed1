package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** One rate for all times. */
@Differentiable
record FlatCurve(double rate) implements Curve {

    @Override
    public double zeroRate(@Constant double time) {
        return rate;
    }
}
