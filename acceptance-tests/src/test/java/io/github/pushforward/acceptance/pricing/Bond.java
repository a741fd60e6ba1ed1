package io.github.pushforward.acceptance.pricing;

import io.github.pushforward.Differentiable;

/** A bond, given by what it pays. */
@Differentiable
final class Bond {

    private static final double TOLERANCE = 1e-13;

    private final CashFlow[] flows;

    Bond(CashFlow... flows) {
        this.flows = flows;
    }

    /** A bond that pays half its coupon twice a year, and its face value at the end. */
    @Differentiable
    static Bond fixed(double face, double coupon, int years) {
        CashFlow[] flows = new CashFlow[2 * years + 1];
        for (int i = 0; i < 2 * years; i++) {
            flows[i] = new CashFlow(0.5 * (i + 1), 0.5 * coupon * face);
        }
        flows[2 * years] = new CashFlow(years, face);
        return new Bond(flows);
    }

    CashFlow[] flows() {
        return flows;
    }

    @Differentiable
    double price(Curve curve) {
        double sum = 0;
        for (CashFlow flow : flows) {
            sum += flow.presentValue(curve);
        }
        return sum;
    }

    @Differentiable
    double price(double yield) {
        double sum = 0;
        for (CashFlow flow : flows) {
            sum += flow.presentValue(yield);
        }
        return sum;
    }

    /** The mean time of the payments, weighted by their present values. */
    @Differentiable
    double duration(double yield) {
        double weighted = 0;
        for (CashFlow flow : flows) {
            weighted += flow.time() * flow.presentValue(yield);
        }
        return weighted / price(yield);
    }

    /** The yield at which the bond has a price, by Newton's method. */
    @Differentiable
    double yield(double price) {
        double yield = 0.05;
        for (int i = 0; i < 50; i++) {
            double value = price(yield);
            double step = (value - price) / (duration(yield) * value);
            yield += step;
            if (Math.abs(step) < TOLERANCE) {
                return yield;
            }
        }
        throw new ArithmeticException("no yield for the price " + price);
    }
}
