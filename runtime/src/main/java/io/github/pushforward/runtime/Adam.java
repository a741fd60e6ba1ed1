package io.github.pushforward.runtime;

/** The rule {@link UpdateRule#adam(double, double, double)}. */
record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {

    Adam {
        Momentum.requireDecay("beta1", beta1);
        Momentum.requireDecay("beta2", beta2);
        if (!(epsilon > 0.0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon is " + epsilon
                    + ": it keeps Adam from dividing by 0, pass a positive and finite number, 1e-8 for example");
        }
    }

    @Override
    public Update start(int dimension) {
        return new Moments(this, dimension);
    }

    @Override
    public String toString() {
        return "UpdateRule.adam(" + beta1 + ", " + beta2 + ", " + epsilon + ")";
    }

    private static final class Moments implements Update {

        private final Adam settings;
        private final double[] first;
        private final double[] second;

        /** β₁ᵗ and β₂ᵗ, multiplied up from step to step, so that they have the same bits on every machine. */
        private double power1 = 1.0;

        private double power2 = 1.0;
        private double rate;

        Moments(Adam settings, int dimension) {
            this.settings = settings;
            first = new double[dimension];
            second = new double[dimension];
        }

        @Override
        public void begin(long step, double rate) {
            this.rate = rate;
            power1 *= settings.beta1;
            power2 *= settings.beta2;
        }

        @Override
        public void move(double[] gradient, int offset, int length, double[] point) {
            double beta1 = settings.beta1;
            double beta2 = settings.beta2;
            double correction1 = 1.0 - power1;
            double correction2 = 1.0 - power2;
            for (int i = 0; i < length; i++) {
                double g = gradient[i];
                double m = beta1 * first[offset + i] + (1.0 - beta1) * g;
                double v = beta2 * second[offset + i] + (1.0 - beta2) * (g * g);
                first[offset + i] = m;
                second[offset + i] = v;
                point[offset + i] -= rate * (m / correction1) / (Math.sqrt(v / correction2) + settings.epsilon);
            }
        }
    }
}
