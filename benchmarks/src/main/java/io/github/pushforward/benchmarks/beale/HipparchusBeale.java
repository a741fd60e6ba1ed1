package io.github.pushforward.benchmarks.beale;

import org.hipparchus.CalculusFieldElement;

/** {@link Beale} over the fields of Hipparchus. */
final class HipparchusBeale {

    private HipparchusBeale() {}

    static <T extends CalculusFieldElement<T>> T value(T x, T y) {
        T xy = x.multiply(y);
        T xyy = xy.multiply(y);
        T xyyy = xyy.multiply(y);
        T a = xy.subtract(x).add(1.5);
        T b = xyy.subtract(x).add(2.25);
        T c = xyyy.subtract(x).add(2.625);
        return a.square().add(b.square()).add(c.square());
    }
}
