package io.github.pushforward.acceptance.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.acceptance.Checks;
import io.github.pushforward.acceptance.Differences;
import io.github.pushforward.acceptance.Flat;
import io.github.pushforward.runtime.Dual;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sensitivities of options: to the market, its curve of rates and their own terms. */
class OptionTest {

    private static final double[] TIMES = {0.5, 1, 2};

    private static Market market(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rates = {random.nextDouble(0.05), random.nextDouble(0.05), random.nextDouble(0.05)};
        return new Market(random.nextDouble(90, 110), random.nextDouble(0.1, 0.5), new KnotCurve(TIMES, rates));
    }

    private static double[] flat(Market market) {
        return Flat.of(market.spot(), market.volatility(), ((KnotCurve) market.curve()).rates());
    }

    private static double[] flat(MarketTangent market) {
        return Flat.of(market.spot(), market.volatility(), ((KnotCurveTangent) market.curve()).rates);
    }

    private static Market market(double[] x) {
        return new Market(x[0], x[1], new KnotCurve(TIMES, new double[] {x[2], x[3], x[4]}));
    }

    @ParameterizedTest
    @CsvSource({"1, 80, 0.75", "2, 100, 1", "3, 100, 1.5", "4, 130, 0.1", "5, 60, 3"})
    void theGradientOfBlackAndScholes(long seed, double strike, double maturity) {
        Market market = market(seed);

        BlackScholesGradient.CallGradient gradient = BlackScholesGradient.call(market, strike, maturity);

        assertThat(gradient.value()).isEqualTo(BlackScholes.call(market, strike, maturity));
        double deviation = market.volatility() * Math.sqrt(maturity);
        double d1 = Math.log(market.forward(maturity) / strike) / deviation + 0.5 * deviation;
        assertThat(gradient.market().spot()).isCloseTo(Normal.distribution(d1), within(1e-12));
        assertThat(gradient.market().volatility())
                .isCloseTo(market.spot() * Normal.density(d1) * Math.sqrt(maturity), within(1e-10));
        double[] differences =
                Differences.gradient(x -> BlackScholes.call(market(x), x[5], maturity), Flat.of(flat(market), strike));
        Differences.assertClose(Flat.of(flat(gradient.market()), gradient.strike()), differences, 1e-7);
        Checks.check(BlackScholesGradient.callFunction(market, strike, maturity));
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void forwardGradientsOfAPut(long seed) {
        Market market = market(seed);
        BlackScholesGradient.PutGradient gradient = BlackScholesGradient.put(market, 100, 1);

        BlackScholesGradient.PutGradient forward =
                BlackScholesGradient.putForward(market, 100, 1, new SplittableRandom(seed));

        assertThat(forward.value()).isEqualTo(BlackScholes.put(market, 100, 1));
        Differences.assertClose(
                Flat.of(flat(forward.market()), forward.strike()),
                Checks.forwardGradient(Flat.of(flat(gradient.market()), gradient.strike()), new SplittableRandom(seed)),
                1e-9);
    }

    /** A tree of odd and even numbers of steps; prices at its nodes are never at the strikes. */
    @ParameterizedTest
    @CsvSource({"8, false, 20", "9, false, 33", "10, true, 20", "11, true, 33"})
    void theGradientOfATree(long seed, boolean isAmerican, int steps) {
        Market market = market(seed);
        Payoff.Spread spread = new Payoff.Spread(new Payoff.Put(103.7), new Payoff.Put(91.3));
        BinomialTree tree = new BinomialTree(market, 1.25, steps);

        double value;
        BinomialTreeTangent byTree;
        Payoff_SpreadTangent byPayoff;
        if (isAmerican) {
            BinomialTreeGradient.AmericanGradient gradient = BinomialTreeGradient.american(tree, spread);
            value = gradient.value();
            byTree = gradient.self();
            byPayoff = (Payoff_SpreadTangent) gradient.payoff();
        } else {
            BinomialTreeGradient.EuropeanGradient gradient = BinomialTreeGradient.european(tree, spread);
            value = gradient.value();
            byTree = gradient.self();
            byPayoff = (Payoff_SpreadTangent) gradient.payoff();
        }

        assertThat(value).isEqualTo(isAmerican ? tree.american(spread) : tree.european(spread));
        double[] exact = Flat.of(
                flat(byTree.market),
                ((Payoff_PutTangent) byPayoff.bought()).strike(),
                ((Payoff_PutTangent) byPayoff.sold()).strike());
        double[] differences = smallDifferences(
                x -> {
                    BinomialTree moved = new BinomialTree(market(x), 1.25, steps);
                    Payoff payoff = new Payoff.Spread(new Payoff.Put(x[5]), new Payoff.Put(x[6]));
                    return isAmerican ? moved.american(payoff) : moved.european(payoff);
                },
                Flat.of(flat(market), 103.7, 91.3));
        Differences.assertClose(exact, differences, 1e-5);
    }

    /** So small that no node passes a strike. */
    private static double[] smallDifferences(ToDoubleFunction<double[]> function, double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] moved = x.clone();
            double step = 1e-6 * Math.max(1, x[i]);
            moved[i] = x[i] + step;
            double above = function.applyAsDouble(moved);
            moved[i] = x[i] - step;
            gradient[i] = (above - function.applyAsDouble(moved)) / (2 * step);
        }
        return gradient;
    }

    @Test
    void theTangentOfATreeAlongTheSpot() {
        BinomialTree tree = new BinomialTree(market(12), 1, 500);
        Payoff call = new Payoff.Call(100);
        MarketTangent bySpot =
                new MarketTangent(1, 0, CurveTangent.zeros(tree.market().curve()));

        Dual dual =
                BinomialTreeTangent.european(tree, call, new BinomialTreeTangent(bySpot), PayoffTangent.zeros(call));

        assertThat(dual.value()).isEqualTo(tree.european(call));
        BinomialTreeGradient.EuropeanGradient gradient = BinomialTreeGradient.european(tree, call);
        assertThat(dual.tangent()).isEqualTo(gradient.self().market.spot());
        // The price that a tree gives has kinks in the spot: its slope tends to the delta slowly.
        double delta = BlackScholesGradient.call(tree.market(), 100, 1).market().spot();
        assertThat(dual.tangent()).isCloseTo(delta, within(0.02));
    }
}
