package io.github.pushforward.benchmarks.blackscholes;

import io.github.pushforward.runtime.Dual;

/** {@link BlackScholes}, differentiated by hand. */
final class WrittenBlackScholes {

    private WrittenBlackScholes() {}

    static Dual tangent(
            double spot,
            double strike,
            double volatility,
            double rate,
            double years,
            double spotTangent,
            double strikeTangent,
            double volatilityTangent,
            double rateTangent,
            double yearsTangent) {
        double root = Math.sqrt(years);
        double deviation = volatility * root;
        double deviationTangent = volatilityTangent * root + volatility * yearsTangent / (2 * root);
        double drift = rate + 0.5 * volatility * volatility;
        double driftTangent = rateTangent + volatility * volatilityTangent;
        double d1 = (Math.log(spot / strike) + drift * years) / deviation;
        double d1Tangent = (spotTangent / spot
                        - strikeTangent / strike
                        + driftTangent * years
                        + drift * yearsTangent
                        - d1 * deviationTangent)
                / deviation;
        Dual first = distribution(d1);
        Dual second = distribution(d1 - deviation);
        double discount = Math.exp(-rate * years);
        double discounted = strike * discount;
        double discountedTangent = strikeTangent * discount - discounted * (rateTangent * years + rate * yearsTangent);
        return new Dual(
                spot * first.value() - discounted * second.value(),
                spotTangent * first.value()
                        + spot * first.tangent() * d1Tangent
                        - discountedTangent * second.value()
                        - discounted * second.tangent() * (d1Tangent - deviationTangent));
    }

    /** Writes the gradient, returns the value. */
    static double gradient(
            double spot, double strike, double volatility, double rate, double years, double[] gradient) {
        double root = Math.sqrt(years);
        double deviation = volatility * root;
        double drift = rate + 0.5 * volatility * volatility;
        double d1 = (Math.log(spot / strike) + drift * years) / deviation;
        Dual first = distribution(d1);
        Dual second = distribution(d1 - deviation);
        double discount = Math.exp(-rate * years);
        double discounted = strike * discount;

        double d2Adjoint = -discounted * second.tangent();
        double numeratorAdjoint = (spot * first.tangent() + d2Adjoint) / deviation;
        double deviationAdjoint = -d2Adjoint - d1 * numeratorAdjoint;
        double driftAdjoint = numeratorAdjoint * years;
        double logarithmAdjoint = discounted * second.value(); // of the discounted strike
        gradient[0] = first.value() + numeratorAdjoint / spot;
        gradient[1] = -discount * second.value() - numeratorAdjoint / strike;
        gradient[2] = deviationAdjoint * root + driftAdjoint * volatility;
        gradient[3] = driftAdjoint + logarithmAdjoint * years;
        gradient[4] = numeratorAdjoint * drift + deviationAdjoint * volatility / (2 * root) + logarithmAdjoint * rate;
        return spot * first.value() - discounted * second.value();
    }

    /** The value, and the slope in place of a tangent. */
    private static Dual distribution(double x) {
        double distance = Math.abs(x);
        double k = 1 / (1 + 0.2316419 * distance);
        double p4 = -1.821255978 + k * 1.330274429;
        double p3 = 1.781477937 + k * p4;
        double p2 = -0.356563782 + k * p3;
        double p1 = 0.319381530 + k * p2;
        double polynomial = k * p1;
        double slope = p1 + k * (p2 + k * (p3 + k * (p4 + k * 1.330274429)));
        double bell = 0.3989422804014327 * Math.exp(-0.5 * distance * distance);
        double tail = bell * polynomial;
        double tailSlope = -distance * tail - bell * slope * 0.2316419 * k * k;
        return new Dual(x > 0 ? 1 - tail : tail, -tailSlope);
    }
}
