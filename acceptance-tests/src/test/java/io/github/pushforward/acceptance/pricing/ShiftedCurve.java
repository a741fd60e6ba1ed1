package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Another curve with a spread on top. */
@Differentiable
record ShiftedCurve(Curve base, double spread) implements Curve {

    @Override
    public double zeroRate(@Constant double time) {
        return base.zeroRate(time) + spread;
    }
}
