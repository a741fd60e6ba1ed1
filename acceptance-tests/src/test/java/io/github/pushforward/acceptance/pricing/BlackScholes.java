package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** The prices of European options. */
final class BlackScholes {

    private BlackScholes() {}

    @Differentiable
    static double call(Market market, double strike, @Constant double maturity) {
        double forward = market.forward(maturity);
        double deviation = market.volatility() * Math.sqrt(maturity);
        double d1 = Math.log(forward / strike) / deviation + 0.5 * deviation;
        double d2 = d1 - deviation;
        double value = forward * Normal.distribution(d1) - strike * Normal.distribution(d2);
        return market.curve().discount(maturity) * value;
    }

    /** By the parity of puts and calls. */
    @Differentiable
    static double put(Market market, double strike, @Constant double maturity) {
        return call(market, strike, maturity)
                - market.spot()
                + strike * market.curve().discount(maturity);
    }
}
