package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Differentiable;

/** What an option pays when the share has a price. */
sealed interface Payoff {

    double at(double price);

    @Differentiable
    record Call(double strike) implements Payoff {
        @Override
        public double at(double price) {
            return Math.max(price - strike, 0);
        }
    }

    @Differentiable
    record Put(double strike) implements Payoff {
        @Override
        public double at(double price) {
            return Math.max(strike - price, 0);
        }
    }

    /** One payoff bought, another one sold. */
    @Differentiable
    record Spread(Payoff bought, Payoff sold) implements Payoff {
        @Override
        public double at(double price) {
            return bought.at(price) - sold.at(price);
        }
    }
}
