package io.github.pushforward.benchmarks.blackscholes;

import org.hipparchus.CalculusFieldElement;

/** {@link BlackScholes} over the fields of Hipparchus. */
final class HipparchusBlackScholes {

    private HipparchusBlackScholes() {}

    static <T extends CalculusFieldElement<T>> T call(T spot, T strike, T volatility, T rate, T years) {
        T deviation = volatility.multiply(years.sqrt());
        T drift = rate.add(volatility.square().multiply(0.5));
        T d1 = spot.divide(strike).log().add(drift.multiply(years)).divide(deviation);
        T d2 = d1.subtract(deviation);
        T discount = rate.negate().multiply(years).exp();
        return spot.multiply(distribution(d1))
                .subtract(strike.multiply(discount).multiply(distribution(d2)));
    }

    private static <T extends CalculusFieldElement<T>> T distribution(T x) {
        T distance = x.abs();
        T k = distance.multiply(0.2316419).add(1).reciprocal();
        T polynomial = k.multiply(1.330274429)
                .add(-1.821255978)
                .multiply(k)
                .add(1.781477937)
                .multiply(k)
                .add(-0.356563782)
                .multiply(k)
                .add(0.319381530)
                .multiply(k);
        T tail = distance.square()
                .multiply(-0.5)
                .exp()
                .multiply(0.3989422804014327)
                .multiply(polynomial);
        return x.getReal() > 0 ? tail.negate().add(1) : tail;
    }
}
