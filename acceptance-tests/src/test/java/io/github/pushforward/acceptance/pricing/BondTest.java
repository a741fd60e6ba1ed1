package io.github.pushforward.acceptance.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.acceptance.Checks;
import io.github.pushforward.acceptance.Differences;
import io.github.pushforward.acceptance.Flat;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualOf;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What prices, yields and durations owe to payments, which are fields of a bond, and to a curve of rates. */
class BondTest {

    private static final double[] TIMES = {0.25, 1, 2, 5, 10};

    private final Bond bond = Bond.fixed(100, 0.04, 7);

    private static double[] rates(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Arrays.stream(TIMES).map(time -> random.nextDouble(0.01, 0.06)).toArray();
    }

    private static double[] amounts(BondTangent tangent) {
        return Arrays.stream(tangent.flows).mapToDouble(CashFlowTangent::amount).toArray();
    }

    private Bond withAmounts(double[] amounts) {
        return new Bond(IntStream.range(0, amounts.length)
                .mapToObj(i -> new CashFlow(bond.flows()[i].time(), amounts[i]))
                .toArray(CashFlow[]::new));
    }

    private double[] amounts() {
        return Arrays.stream(bond.flows()).mapToDouble(CashFlow::amount).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePriceByRatesAndPayments(long seed) {
        double[] rates = rates(seed);
        Curve curve = new ShiftedCurve(new KnotCurve(TIMES, rates), 0.002);

        BondGradient.PriceGradient gradient = BondGradient.price(bond, curve);

        assertThat(gradient.value()).isEqualTo(bond.price(curve));
        ShiftedCurveTangent shifted = (ShiftedCurveTangent) gradient.curve();
        double[] byRates = ((KnotCurveTangent) shifted.base()).rates;
        double[] differences = Differences.gradient(
                x -> bond.price(
                        new ShiftedCurve(new KnotCurve(TIMES, Arrays.copyOf(x, x.length - 1)), x[x.length - 1])),
                Flat.of(rates, 0.002));
        Differences.assertClose(Flat.of(byRates, shifted.spread()), differences, 1e-8);
        assertThat(Arrays.stream(byRates).sum()).isCloseTo(shifted.spread(), within(1e-9));

        double[] byPayments = amounts(gradient.self());
        for (int i = 0; i < byPayments.length; i++) {
            assertThat(byPayments[i]).isCloseTo(curve.discount(bond.flows()[i].time()), within(1e-15));
        }
        Checks.check(BondGradient.priceFunction(bond, curve));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void forwardGradientsOfThePrice(long seed) {
        Curve curve = new KnotCurve(TIMES, rates(seed));
        BondGradient.PriceGradient gradient = BondGradient.price(bond, curve);

        BondGradient.PriceGradient forward = BondGradient.priceForward(bond, curve, new SplittableRandom(seed));

        assertThat(forward.value()).isEqualTo(bond.price(curve));
        Differences.assertClose(
                flat(forward), Checks.forwardGradient(flat(gradient), new SplittableRandom(seed)), 1e-9);
    }

    private static double[] flat(BondGradient.PriceGradient gradient) {
        return Flat.of(amounts(gradient.self()), ((KnotCurveTangent) gradient.curve()).rates);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0.02, 0.08})
    void theDurationIsTheDerivativeByTheYield(double yield) {
        BondGradient.PriceGradient2 gradient = BondGradient.price(bond, yield);

        assertThat(gradient.value()).isEqualTo(bond.price(yield));
        assertThat(gradient.yield()).isCloseTo(-bond.duration(yield) * gradient.value(), within(1e-10));
        Checks.check(BondGradient.priceFunction(bond, yield));
        Checks.check(BondGradient.durationFunction(bond, yield));
    }

    /** By the theorem of implicit functions: the iteration of Newton's method does not show. */
    @ParameterizedTest
    @ValueSource(doubles = {90, 100, 115})
    void theYieldByThePriceAndThePayments(double price) {
        BondGradient.YieldGradient gradient = BondGradient.yield(bond, price);

        double yield = bond.yield(price);
        assertThat(gradient.value()).isEqualTo(yield);
        double slope = -bond.duration(yield) * price;
        assertThat(gradient.price()).isCloseTo(1 / slope, within(1e-12));
        double[] byPayments = amounts(gradient.self());
        for (int i = 0; i < byPayments.length; i++) {
            assertThat(byPayments[i]).isCloseTo(-Math.exp(-yield * bond.flows()[i].time()) / slope, within(1e-12));
        }
        double[] differences = Differences.gradient(
                x -> withAmounts(Arrays.copyOf(x, x.length - 1)).yield(x[x.length - 1]), Flat.of(amounts(), price));
        Differences.assertClose(Flat.of(byPayments, gradient.price()), differences, 1e-7);
    }

    @Test
    void aTangentOfABondIsMadeOfThoseOfItsPayments() {
        DualOf<Bond, BondTangent> dual = BondTangent.fixed(100, 0.04, 7, 0, 1);

        assertThat(dual.value().flows()).isEqualTo(bond.flows());
        double[] byCoupon = amounts(dual.tangent());
        assertThat(byCoupon).hasSize(15).startsWith(50, 50).endsWith(50, 0);
        FlatCurve curve = new FlatCurve(0.03);
        Dual price = BondTangent.price(dual.value(), curve, dual.tangent(), new FlatCurveTangent(0));
        assertThat(price.value()).isEqualTo(bond.price(curve));
        double annuity = IntStream.rangeClosed(1, 14)
                .mapToDouble(i -> curve.discount(0.5 * i))
                .sum();
        assertThat(price.tangent()).isCloseTo(50 * annuity, within(1e-10));
    }
}
