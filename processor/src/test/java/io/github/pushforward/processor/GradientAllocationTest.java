package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What gradients and Jacobians of flat views allocate: in each pass what the original allocates, the shadows of that, and at most
 * the one record that a tangent method returns. Compiled code does without the record; the bounds here hold for interpreted code as
 * well, so that they do not depend on when HotSpot compiles what.
 */
class GradientAllocationTest {
    private static final String MEMBERS = """
            @Differentiable
            static double scalars(double a, double b, double c, double d, double e) {
                double s = a;
                for (int i = 0; i < 10; i++) {
                    s = Math.sin(s * b) + c * Math.exp(-d * d) / (1 + e * e);
                }
                return s;
            }
            @Differentiable
            static double array(double[] x) {
                double sum = 0;
                for (int i = 1; i < x.length; i++) {
                    sum += x[i] * x[i - 1] * Math.cos(x[i]);
                }
                return sum;
            }
            @Differentiable
            static double written(double[] x) {
                for (int i = 1; i < x.length; i++) {
                    x[i] *= x[i - 1];
                }
                return x[x.length - 1];
            }
            @Differentiable
            static void mapped(double[] x) {
                for (int i = 1; i < x.length; i++) {
                    x[i] *= x[i - 1];
                }
            }
            @Differentiable
            static double rows(double[][] m, int[][] counts) {
                double[] first = m[0];
                m[0] = m[2];
                m[2] = first;
                m[1] = null;
                counts[0] = counts[1];
                counts[1][0]++;
                m[0][0] *= m[2][1] * counts[1][0];
                return m[0][0] * m[2][2];
            }
            @Differentiable
            static double copied(double[] x) {
                double[] y = new double[x.length];
                for (int i = 1; i < x.length; i++) {
                    y[i] = y[i - 1] * Math.sin(x[i]);
                }
                return y[y.length - 1];
            }
            @Differentiable
            static double[] returned(double[] x) {
                double[] y = new double[x.length];
                for (int i = 1; i < x.length; i++) {
                    y[i] = x[i - 1] * Math.sin(x[i]);
                }
                return y;
            }
            """;

    /** Not a multiple of any number of lanes, so that there is a pass with lanes left over. */
    private static final int INPUTS = 11;

    /** So few that HotSpot has not yet compiled the records away, which would leave room for something else in the bounds. */
    private static final int CALLS = 50;

    /**
     * What HotSpot may allocate once, however many calls there are: where it falls back from compiled code to the interpreter, it makes the
     * objects that compiled code had done without. Less than the smallest object in each call.
     */
    private static final long ONCE = 1_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Where arrays go that are allocated to be measured, so that no compiler leaves them out. */
    static volatile Object sink;

    private static final Map<Integer, Compiled> COMPILED = new ConcurrentHashMap<>();

    private final SplittableRandom random = new SplittableRandom(5);

    private static Compiled compiled(int lanes) {
        return COMPILED.computeIfAbsent(
                lanes, n -> Compiled.withOptions(List.of("-Apushforward.lanes=" + n), Compiled.demo(MEMBERS)));
    }

    private DifferentiableFunction function(int lanes, String method) {
        return (DifferentiableFunction) compiled(lanes).call("demo.DemoGradient", method + "Function", x());
    }

    private DifferentiableMapping mapping(int lanes, String method) {
        return (DifferentiableMapping) compiled(lanes).call("demo.DemoGradient", method + "Function", x());
    }

    private double[] x() {
        return random.doubles(INPUTS, -1, 1).toArray();
    }

    /** Bytes that this many calls allocate, when a first one has made what is kept. */
    private static long bytes(Runnable call) {
        call.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static long bytesOfArray(int length) {
        return bytes(() -> sink = new double[length]);
    }

    /** Records of so many numbers or references; the header of an object has at most 16 bytes. */
    private static long bytesOfRecords(int passes, int components) {
        return ONCE + (long) CALLS * passes * (16 + 8 * components);
    }

    private static int passes(int inputs, int lanes) {
        return (inputs + lanes - 1) / lanes;
    }

    private static void requireNothingButRecords(long bytes, int inputs, int lanes) {
        assertThat(bytes).isLessThanOrEqualTo(bytesOfRecords(passes(inputs, lanes), 1 + lanes));
    }

    @Test
    void whatIsMeasuredIsWhatIsAllocated() {
        assertThat(bytes(() -> {})).isLessThan(ONCE);
        assertThat(bytesOfArray(INPUTS)).isBetween(CALLS * 8L * INPUTS, CALLS * (8L * INPUTS + 24) + ONCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void numbers(int lanes) {
        DifferentiableFunction f = (DifferentiableFunction)
                compiled(lanes).call("demo.DemoGradient", "scalarsFunction", 0.1, 0.2, 0.3, 0.4, 0.5);
        double[] x = f.start();
        double[] gradient = new double[5];
        requireNothingButRecords(bytes(() -> f.gradient(x, gradient)), 5, lanes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void arrays(int lanes) {
        DifferentiableFunction f = function(lanes, "array");
        double[] x = f.start();
        double[] gradient = new double[INPUTS];
        requireNothingButRecords(bytes(() -> f.gradient(x, gradient)), INPUTS, lanes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void otherPoints(int lanes) {
        DifferentiableFunction f = function(lanes, "array");
        double[] x = f.start();
        double[] gradient = new double[INPUTS];
        long bytes = bytes(() -> {
            x[0] += 0.25;
            f.gradient(x, gradient);
        });
        requireNothingButRecords(bytes, INPUTS, lanes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void directions(int lanes) {
        DifferentiableFunction f = function(lanes, "array");
        double[] x = f.start();
        double[][] directions = {x(), x(), x(), x(), x(), x()};
        double[] derivatives = new double[6];
        requireNothingButRecords(bytes(() -> f.along(x, directions, derivatives)), 6, lanes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void arraysThatTheMethodWritesTo(int lanes) {
        DifferentiableFunction f = function(lanes, "written");
        double[] x = f.start();
        double[] gradient = new double[INPUTS];
        requireNothingButRecords(bytes(() -> f.gradient(x, gradient)), INPUTS, lanes);

        DifferentiableMapping mapped = mapping(lanes, "mapped");
        double[] y = new double[INPUTS];
        double[][] jacobian = new double[INPUTS][INPUTS];
        assertThat(bytes(() -> mapped.jacobian(x, y, jacobian))).isLessThan(ONCE);
        assertThat(bytes(() -> mapped.jacobianByColumns(x, y, jacobian))).isLessThan(ONCE);
    }

    /** In each pass the original's array, its shadow, and a record; where the last pass has one direction, its shadow is smaller. */
    private static long bytesWithShadows(long original, int lanes, int components) {
        int passes = passes(INPUTS, lanes);
        return passes * (original + bytesOfArray(lanes * INPUTS)) + bytesOfRecords(passes, components);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void arraysThatTheMethodMakes(int lanes) {
        DifferentiableFunction f = function(lanes, "copied");
        double[] x = f.start();
        double[] gradient = new double[INPUTS];
        long original = bytes(() -> f.value(x));
        assertThat(original).isCloseTo(bytesOfArray(INPUTS), within(ONCE));
        assertThat(bytes(() -> f.gradient(x, gradient)))
                .isLessThanOrEqualTo(bytesWithShadows(original, lanes, 1 + lanes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void arraysThatTheMethodReturns(int lanes) {
        DifferentiableMapping f = mapping(lanes, "returned");
        double[] x = f.start();
        double[] y = new double[INPUTS];
        double[][] jacobian = new double[INPUTS][INPUTS];
        long original = bytes(() -> f.value(x, y));
        assertThat(original).isCloseTo(bytesOfArray(INPUTS), within(ONCE));
        long most = bytesWithShadows(original, lanes, 2);
        assertThat(bytes(() -> f.jacobian(x, y, jacobian))).isLessThanOrEqualTo(most);
        assertThat(bytes(() -> f.jacobianByColumns(x, y, jacobian))).isLessThanOrEqualTo(most);
    }

    /** Rows are swapped, lost and written to: they are put back, not made again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void rowsThatAreWrittenTo(int lanes) {
        double[][] m = {{1, 2, 3}, {4}, {5, 6, 7}};
        DifferentiableFunction f = (DifferentiableFunction) compiled(lanes)
                .call("demo.DemoGradient", "rowsFunction", m, new int[][] {{3}, {1}});
        double[] x = f.start();
        double[] gradient = new double[x.length];

        requireNothingButRecords(bytes(() -> f.gradient(x, gradient)), x.length, lanes);
        // m[0][0]·m[2][2] is 5·2·2 · 3 after the swap
        assertThat(gradient).containsExactly(new double[] {0, 5 * 2 * 3, 5 * 2 * 2, 0, 2 * 2 * 3, 0, 0}, within(1e-12));
        assertThat(m[1]).containsExactly(4);
    }
}
