package io.github.pushforward.benchmarks.blackscholes;

import io.github.pushforward.Differentiable;

/** The price of a European call, with a polynomial for the normal distribution (Abramowitz and Stegun, 26.2.17). */
final class BlackScholes {

    private BlackScholes() {}

    @Differentiable
    static double call(double spot, double strike, double volatility, double rate, double years) {
        double deviation = volatility * Math.sqrt(years);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * years) / deviation;
        double d2 = d1 - deviation;
        return spot * distribution(d1) - strike * Math.exp(-rate * years) * distribution(d2);
    }

    private static double distribution(double x) {
        double distance = Math.abs(x);
        double k = 1 / (1 + 0.2316419 * distance);
        double polynomial =
                k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        double tail = 0.3989422804014327 * Math.exp(-0.5 * distance * distance) * polynomial;
        return x > 0 ? 1 - tail : tail;
    }
}
