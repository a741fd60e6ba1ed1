package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Differentiable;

/** What the price of an option depends on, but for the option. */
@Differentiable
record Market(double spot, double volatility, Curve curve) {

    double forward(double time) {
        return spot / curve.discount(time);
    }
}
