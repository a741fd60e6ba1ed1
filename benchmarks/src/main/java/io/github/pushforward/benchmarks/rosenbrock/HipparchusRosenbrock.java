package io.github.pushforward.benchmarks.rosenbrock;

import org.hipparchus.CalculusFieldElement;

/** {@link Rosenbrock} over the fields of Hipparchus. */
final class HipparchusRosenbrock {

    private HipparchusRosenbrock() {}

    static <T extends CalculusFieldElement<T>> T value(T[] x) {
        T sum = x[0].getField().getZero();
        for (int i = 1; i < x.length; i++) {
            sum = sum.add(term(x[i - 1], x[i]));
        }
        return sum;
    }

    private static <T extends CalculusFieldElement<T>> T term(T x, T next) {
        T off = next.subtract(x.square());
        T left = x.negate().add(1);
        return off.square().multiply(100).add(left.square());
    }
}
