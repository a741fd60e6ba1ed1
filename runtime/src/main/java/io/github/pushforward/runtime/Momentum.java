package io.github.pushforward.runtime;

/** The rule {@link UpdateRule#momentum}. */
record Momentum(double mu) implements UpdateRule {

    Momentum {
        requireDecay("mu", mu);
    }

    /** Throws unless {@code decay} can be the factor of a moving average. */
    static void requireDecay(String name, double decay) {
        if (!(decay >= 0.0 && decay < 1.0)) {
            throw new IllegalArgumentException(
                    name + " is " + decay
                            + ": it is the share of the past that a step keeps, pass a number from 0 to less than 1, 0.9 for example");
        }
    }

    @Override
    public Update start(int dimension) {
        return new Velocity(mu, dimension);
    }

    @Override
    public String toString() {
        return "UpdateRule.momentum(" + mu + ")";
    }

    private static final class Velocity implements Update {

        private final double mu;
        private final double[] velocity;
        private double rate;

        Velocity(double mu, int dimension) {
            this.mu = mu;
            velocity = new double[dimension];
        }

        @Override
        public void begin(long step, double rate) {
            this.rate = rate;
        }

        @Override
        public void move(double[] gradient, int offset, int length, double[] point) {
            for (int i = 0; i < length; i++) {
                double u = mu * velocity[offset + i] + gradient[i];
                velocity[offset + i] = u;
                point[offset + i] -= rate * u;
            }
        }
    }
}
