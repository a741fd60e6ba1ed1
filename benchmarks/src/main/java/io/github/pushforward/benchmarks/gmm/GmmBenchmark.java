package io.github.pushforward.benchmarks.gmm;

import io.github.pushforward.benchmarks.FunctionBenchmark;
import io.github.pushforward.benchmarks.HipparchusInputs;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.hipparchus.util.MathArrays;
import org.openjdk.jmh.annotations.Benchmark;

/** Hundreds of numbers in, one out; small arrays and triangular loops for each of many points. */
public class GmmBenchmark extends FunctionBenchmark {
    private static final int DIMENSION = 10;
    private static final int COMPONENTS = 5;
    private static final int FACTOR = DIMENSION * (DIMENSION + 1) / 2;
    private static final int MEANS = COMPONENTS;
    private static final int FACTORS = MEANS + COMPONENTS * DIMENSION;
    private static final int INPUTS = FACTORS + COMPONENTS * FACTOR;

    private static final double GAMMA = 1;
    private static final int M = 0;

    private final double[] packed = packed();
    private final double[] alphas = alphas(packed);
    private final double[][] means = rows(packed, MEANS, DIMENSION);
    private final double[][] icf = rows(packed, FACTORS, FACTOR);
    private final double[][] points;

    private final double[] direction = direction(INPUTS);
    private final double[] alphasDirection = alphas(direction);
    private final double[][] meansDirection = rows(direction, MEANS, DIMENSION);
    private final double[][] icfDirection = rows(direction, FACTORS, FACTOR);

    private final double[] gradient = new double[INPUTS];
    private final WrittenGradient byHand = new WrittenGradient(COMPONENTS, DIMENSION);
    private final HipparchusInputs hipparchus = new HipparchusInputs();

    /** With as many points as the table shows. */
    public GmmBenchmark() {
        this(1_000);
    }

    public GmmBenchmark(int n) {
        SplittableRandom random = new SplittableRandom(4);
        points = new double[n][];
        Arrays.setAll(points, i -> random.doubles(DIMENSION, -2, 2).toArray());
    }

    private static double[] packed() {
        return new SplittableRandom(3).doubles(INPUTS, -1, 1).toArray();
    }

    private static double[] alphas(double[] flat) {
        return Arrays.copyOf(flat, COMPONENTS);
    }

    private static double[][] rows(double[] flat, int start, int length) {
        double[][] rows = new double[COMPONENTS][];
        Arrays.setAll(rows, k -> Arrays.copyOfRange(flat, start + k * length, start + (k + 1) * length));
        return rows;
    }

    @Override
    public String id() {
        return "K3";
    }

    @Override
    public String label() {
        return "GMM, d = 10, k = 5, 1,000 points";
    }

    @Override
    public int inputs() {
        return INPUTS;
    }

    @Override
    protected void prepare() {}

    @Override
    protected DifferentiableFunction function() {
        return GmmGradient.logLikelihoodFunction(alphas, means, icf, points, GAMMA, M);
    }

    @Benchmark
    public double primal() {
        return Gmm.logLikelihood(alphas, means, icf, points, GAMMA, M);
    }

    @Benchmark
    public Dual tangent() {
        return GmmTangent.logLikelihood(
                alphas, means, icf, points, GAMMA, M, alphasDirection, meansDirection, icfDirection);
    }

    @Benchmark
    public Dual handTangent() {
        return WrittenTangent.tangent(
                alphas, means, icf, points, GAMMA, M, alphasDirection, meansDirection, icfDirection);
    }

    @Benchmark
    public double[] handGradient() {
        byHand.gradient(alphas, means, icf, points, GAMMA, M, gradient);
        return gradient;
    }

    @Benchmark
    public UnivariateDerivative1 univariateDerivative1() {
        return logLikelihood(HipparchusInputs.along(packed, direction));
    }

    @Benchmark
    public Gradient hipparchusGradient() {
        return logLikelihood(HipparchusInputs.gradients(packed));
    }

    @Benchmark
    public DerivativeStructure derivativeStructure() {
        return logLikelihood(hipparchus.structures(packed));
    }

    private <T extends CalculusFieldElement<T>> T logLikelihood(T[] x) {
        T[] mixture = Arrays.copyOf(x, COMPONENTS);
        return HipparchusGmm.logLikelihood(
                mixture, rows(x, MEANS, DIMENSION), rows(x, FACTORS, FACTOR), points, GAMMA, M);
    }

    private static <T extends CalculusFieldElement<T>> T[][] rows(T[] flat, int start, int length) {
        T[][] rows = MathArrays.buildArray(flat[0].getField(), COMPONENTS, 0);
        Arrays.setAll(rows, k -> Arrays.copyOfRange(flat, start + k * length, start + (k + 1) * length));
        return rows;
    }
}
