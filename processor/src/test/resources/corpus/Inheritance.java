package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Methods that are found by the class of their object, called from where they are not annotated. */
final class Inheritance {
    private Inheritance() {}

    /** No class has a method of its own instead, but one that is not known could. */
    static class Spring {
        double stiffness = 0.5;

        double force(double x) {
            return -stiffness * x;
        }

        @Differentiable
        double work(double x) {
            return force(x) * x + energy(x);
        }

        final double energy(double x) {
            return stiffness * x * x / 2;
        }
    }

    @Differentiable
    static double springs(@Constant Spring spring, double x) {
        return spring.force(x) * x + spring.energy(x * x);
    }

    /** Those that have one are known, annotated or not. */
    static class Drag {
        double factor = 0.25;

        @Differentiable
        double slowed(double v) {
            return v - factor * resistance(v);
        }

        double resistance(double v) {
            return factor * v;
        }
    }

    static class Quadratic extends Drag {
        @Override
        double slowed(double v) {
            return super.slowed(v) * v;
        }

        @Override
        double resistance(double v) {
            return super.resistance(v) * v;
        }
    }

    static final class Cubic extends Quadratic {
        @Override
        double resistance(double v) {
            return v * v * v;
        }

        @Differentiable
        double doubled(double v) {
            return 2 * super.resistance(v);
        }
    }

    @Differentiable
    static double drags(@Constant Drag drag, double v, int n) {
        Drag other = n == 0 ? new Drag() : n == 1 ? new Quadratic() : new Cubic();
        return drag.slowed(v) * other.slowed(v * v) + other.resistance(v);
    }

    @Differentiable
    static double cubic(@Constant Cubic cubic, double v) {
        return cubic.doubled(v) * cubic.resistance(v);
    }

    /** What is above has a tangent without dispatch only where something is below that has a method of its own. */
    static class Damped extends Spring {
        @Override
        @Differentiable
        double work(double x) {
            return super.work(x) * 0.5;
        }

        @Differentiable
        double lost(double x) {
            return work(x) - super.work(x);
        }
    }

    /** Objects of the class below hold no active values, whatever is active above. */
    @Differentiable
    static class Weighted {
        double weight = 2;

        @Differentiable
        double of(double x) {
            return weight * x;
        }
    }

    static final class Unweighted extends Weighted {
        @Override
        double of(double x) {
            return x * x;
        }
    }

    @Differentiable
    static double weighted(Weighted weighted, double x) {
        return weighted.of(x) * weighted.weight;
    }

    @FunctionalInterface
    interface Pull {
        double at(double x);
    }

    record Elastic(double stiffness) implements Pull {
        @Override
        public double at(double x) {
            return -stiffness * x * x;
        }
    }

    @Differentiable
    static double pulled(@Constant Elastic elastic, double x) {
        Pull pull = elastic;
        return pull.at(x) * x;
    }
}
