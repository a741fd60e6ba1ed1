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

        @Differentiable(order = 2)
        double work(double x) {
            return force(x) * x + energy(x);
        }

        @Differentiable(order = 2)
        final double energy(double x) {
            return stiffness * x * x / 2;
        }
    }

    @Differentiable(order = 2)
    static double springs(@Constant Spring spring, double x) {
        return spring.force(x) * x + spring.energy(x * x);
    }

    @Differentiable(order = 2)
    static double chain(@Constant Spring[] springs, double x) {
        return springs[0].force(x) * springs[1].work(x);
    }

    static class Damper {
        double rate = 0.5;

        double loss(double v) {
            return rate * v * v;
        }

        @Differentiable(order = 2)
        double of(double v) {
            return loss(v) * v;
        }
    }

    @Differentiable(order = 2)
    static double damped(@Constant Damper damper, double v) {
        return damper.of(v) + damper.loss(v);
    }

    /** Those that have one are known, annotated or not. */
    static class Drag {
        double factor = 0.25;

        @Differentiable(order = 2)
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

        @Differentiable(order = 2)
        double doubled(double v) {
            return 2 * super.resistance(v);
        }
    }

    @Differentiable(order = 2)
    static double drags(@Constant Drag drag, double v, int n) {
        Drag other = n == 0 ? new Drag() : n == 1 ? new Quadratic() : new Cubic();
        return drag.slowed(v) * other.slowed(v * v) + other.resistance(v);
    }

    @Differentiable(order = 2)
    static double cubic(@Constant Cubic cubic, double v) {
        return cubic.doubled(v) * cubic.resistance(v);
    }

    /** What is above has a tangent without dispatch only where something is below that has a method of its own. */
    static class Damped extends Spring {
        @Override
        @Differentiable(order = 2)
        double work(double x) {
            return super.work(x) * 0.5;
        }

        @Differentiable(order = 2)
        double lost(double x) {
            return work(x) - super.work(x) * super.energy(x);
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

    @Differentiable(order = 2)
    static double pulled(@Constant Elastic elastic, double x) {
        Pull pull = elastic;
        return pull.at(x) * x;
    }

    /** A class below has other constants: its method is differentiated along with those of the class above. */
    static class Rate {
        double base = 0.5;

        @Differentiable(order = 2)
        double of(double x, double y) {
            return base * x * y;
        }

        @Differentiable(order = 2)
        void into(double[] a, double x) {
            a[0] = base * x;
        }
    }

    static final class Fixed extends Rate {
        @Override
        @Differentiable(order = 2)
        double of(double x, @Constant double y) {
            return x * x * y;
        }

        @Override
        void into(double[] a, double x) {
            a[1] = x * x;
        }
    }

    @Differentiable(order = 2)
    static double rates(@Constant Rate rate, double[] a, double x, int n) {
        Rate other = n == 0 ? new Rate() : new Fixed();
        other.into(a, x);
        rate.into(a, a[1]);
        return rate.of(x, a[0]) + other.of(a[1], x);
    }

    /** Of the classes below, one is active and the other is not. */
    abstract static sealed class Profile permits Ramp, Step {
        @Differentiable
        double at(double x) {
            return x;
        }
    }

    @Differentiable
    static final class Ramp extends Profile {
        double slope;

        Ramp(double slope) {
            this.slope = slope;
        }

        @Override
        @Differentiable
        double at(double x) {
            return slope * x;
        }
    }

    static final class Step extends Profile {
        @Override
        @Differentiable
        double at(double x) {
            return x * x;
        }
    }

    @Differentiable
    static double profiles(Ramp ramp, double x, boolean flag) {
        Profile profile = flag ? ramp : new Step();
        return profile.at(x) * x;
    }
}

/** Of another file's worth: its method has no tangent, and so no object of it is taken. */
class Stiff extends Inheritance.Spring {
    @Override
    double force(double x) {
        return -100 * x;
    }
}

/** Of an active class: its method is differentiated along, whether or not it is annotated. */
@Differentiable
final class Heavy extends Inheritance.Weighted {
    double more = 1;

    @Override
    double of(double x) {
        return (weight + more) * x * x;
    }
}
