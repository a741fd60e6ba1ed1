package golden;

import io.github.pushforward.Differentiable;

final class Pricer {
    private Pricer() {}

    /** Holds nothing that is active. */
    sealed interface Payoff permits Call, Sum {
        double at(double spot);
    }

    record Call(double strike) implements Payoff {
        @Override
        public double at(double spot) {
            return Math.max(spot - strike, 0);
        }
    }

    record Sum(Payoff one, Payoff other) implements Payoff {
        @Override
        public double at(double spot) {
            return one.at(spot) + other.at(spot);
        }
    }

    /** Holds rates, but for those that are known. */
    interface Curve {
        double rate(double t);
    }

    @Differentiable
    record Flat(double level) implements Curve {
        @Override
        public double rate(double t) {
            return level;
        }
    }

    @Differentiable
    static final class Bumped implements Curve {
        final Curve base;
        double by;

        Bumped(Curve base, double by) {
            this.base = base;
            this.by = by;
        }

        @Override
        public double rate(double t) {
            return base.rate(t) + by * t;
        }
    }

    enum Known implements Curve {
        ZERO,
        STEEP {
            @Override
            public double rate(double t) {
                return 0.01 * t;
            }
        };

        @Override
        public double rate(double t) {
            return 0;
        }
    }

    @Differentiable
    static double price(Payoff payoff, double spot, double level, double by, double t) {
        Curve curve = new Bumped(new Flat(level), by);
        return Math.exp(-curve.rate(t) * t) * payoff.at(spot * Math.exp(level * t));
    }
}
