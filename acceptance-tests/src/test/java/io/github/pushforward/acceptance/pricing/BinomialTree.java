package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** The tree of Cox, Ross and Rubinstein, for American options as well. */
@Differentiable
final class BinomialTree {

    private final Market market;

    @Constant
    private final double maturity;

    private final int steps;

    BinomialTree(Market market, @Constant double maturity, int steps) {
        this.market = market;
        this.maturity = maturity;
        this.steps = steps;
    }

    Market market() {
        return market;
    }

    double maturity() {
        return maturity;
    }

    int steps() {
        return steps;
    }

    @Differentiable
    double european(Payoff payoff) {
        return price(payoff, false);
    }

    @Differentiable
    double american(Payoff payoff) {
        return price(payoff, true);
    }

    private double price(Payoff payoff, boolean isAmerican) {
        double dt = maturity / steps;
        double up = Math.exp(market.volatility() * Math.sqrt(dt));
        double[] values = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            values[i] = payoff.at(priceAt(steps, i, up));
        }
        for (int step = steps - 1; step >= 0; step--) {
            double growth = Math.exp(market.curve().forwardRate(step * dt, (step + 1) * dt) * dt);
            double probability = (growth - 1 / up) / (up - 1 / up);
            for (int i = 0; i <= step; i++) {
                values[i] = (probability * values[i + 1] + (1 - probability) * values[i]) / growth;
                if (isAmerican) {
                    values[i] = Math.max(values[i], payoff.at(priceAt(step, i, up)));
                }
            }
        }
        return values[0];
    }

    private double priceAt(int step, int ups, double up) {
        return market.spot() * Math.pow(up, 2 * ups - step);
    }
}
