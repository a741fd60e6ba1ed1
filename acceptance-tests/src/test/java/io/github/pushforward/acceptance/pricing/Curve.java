package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Constant;

/** Interest rates by time in years, continuously compounded. */
interface Curve {

    /** The rate from now to a time. */
    double zeroRate(@Constant double time);

    /** What 1 at that time is worth now. */
    default double discount(@Constant double time) {
        return Math.exp(-zeroRate(time) * time);
    }

    /** The rate from one time to another. */
    default double forwardRate(@Constant double from, @Constant double to) {
        return Math.log(discount(from) / discount(to)) / (to - from);
    }
}
