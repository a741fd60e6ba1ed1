package io.github.pushforward.devset.survey;

import io.github.pushforward.devset.Differentiated;
import io.github.pushforward.devset.Flat;
import io.github.pushforward.devset.survey.Outcome.Agreement;
import io.github.pushforward.devset.survey.Outcome.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Runs original, tangent and gradient of a method at random points and compares them. */
final class Comparison {
    private static final int POINTS = 24;
    private static final double[] WIDTHS = {1e-2, 1e-3, 1e-4};

    private final Differentiated method;
    private final double tolerance;
    private int conclusive;

    private Comparison(Differentiated method) {
        this.method = method;
        boolean single =
                Arrays.stream(method.tangent().getParameterTypes()).anyMatch(type -> Flat.element(type) == float.class);
        tolerance = single ? 1e-2 : 1e-5;
    }

    static Verdict of(Differentiated method) {
        Class<?>[] types = method.original().getParameterTypes();
        if (!Arrays.stream(types).allMatch(RandomPoint::supports)) {
            return Verdict.NOT_RUN;
        }
        Comparison comparison = new Comparison(method);
        for (int number = 0; number < POINTS; number++) {
            Verdict verdict = comparison.at(new RandomPoint(number).of(types), new SplittableRandom(number));
            if (verdict.agreement().name().startsWith("WRONG")) {
                return verdict;
            }
        }
        return new Verdict(comparison.conclusive > 0 ? Agreement.AGREES : Agreement.INCONCLUSIVE, "");
    }

    private Verdict at(@Nullable Object[] point, SplittableRandom random) {
        List<Object> direction = method.activeOf(point).stream()
                .map(part -> Flat.filled(part, () -> 2 * random.nextDouble() - 1))
                .toList();
        double[] value;
        try {
            value = method.run(point);
            if (!Arrays.equals(Flat.bits(value), Flat.bits(method.run(point)))) {
                return new Verdict(Agreement.INCONCLUSIVE, "");
            }
        } catch (ThreadDeath endless) {
            throw endless;
        } catch (LinkageError withoutItsDependencies) {
            return new Verdict(Agreement.INCONCLUSIVE, "");
        } catch (Throwable thrown) {
            return exception(thrown, point, direction);
        }
        Differentiated.Pass pass;
        try {
            pass = method.along(point, direction);
        } catch (ThreadDeath endless) {
            throw endless;
        } catch (Throwable thrown) {
            return wrong(Agreement.WRONG_EXCEPTION, point, "the original returns, the tangent throws " + thrown);
        }
        if (!Arrays.equals(Flat.bits(value), Flat.bits(pass.value()))) {
            return wrong(
                    Agreement.WRONG_VALUE, point, Arrays.toString(value) + " became " + Arrays.toString(pass.value()));
        }
        if (!Arrays.stream(value).allMatch(Double::isFinite)) {
            return new Verdict(Agreement.INCONCLUSIVE, "");
        }
        Verdict tangent = tangent(point, direction, pass);
        return tangent.agreement() == Agreement.AGREES ? gradient(point, direction, pass) : tangent;
    }

    private Verdict exception(Throwable expected, @Nullable Object[] point, List<Object> direction) {
        try {
            method.along(point, direction);
        } catch (ThreadDeath endless) {
            throw endless;
        } catch (Throwable thrown) {
            return thrown.getClass() == expected.getClass()
                    ? new Verdict(Agreement.INCONCLUSIVE, "")
                    : wrong(Agreement.WRONG_EXCEPTION, point, expected + " became " + thrown);
        }
        return wrong(Agreement.WRONG_EXCEPTION, point, "the original throws " + expected + ", the tangent returns");
    }

    private Verdict tangent(@Nullable Object[] point, List<Object> direction, Differentiated.Pass pass) {
        List<Ridders> differences = new ArrayList<>();
        for (double width : WIDTHS) {
            Ridders difference;
            try {
                difference = Ridders.of(step -> method.run(moved(point, direction, step)), width);
            } catch (ThreadDeath endless) {
                throw endless;
            } catch (Throwable thrown) {
                continue;
            }
            if (difference.derivative().length != pass.tangent().length) {
                return wrong(
                        Agreement.WRONG_TANGENT,
                        point,
                        pass.tangent().length + " tangents of " + difference.derivative().length + " outputs");
            }
            if (!isClear(difference)) {
                return new Verdict(Agreement.INCONCLUSIVE, "");
            }
            differences.add(difference);
            if (worst(difference, pass.tangent()) < 0) {
                conclusive++;
                return new Verdict(Agreement.AGREES, "");
            }
        }
        if (differences.isEmpty()) {
            return new Verdict(Agreement.INCONCLUSIVE, "");
        }
        Ridders last = differences.get(differences.size() - 1);
        int output = worst(last, pass.tangent());
        double expected = last.derivative()[output];
        double tangent = pass.tangent()[output];
        // Of a function full of jumps, such as the low word of a sum in two words, each width sees another slope.
        boolean isSteady = differences.stream()
                .allMatch(difference ->
                        Math.abs(difference.derivative()[output] - expected) <= 0.1 * Math.abs(expected - tangent));
        return Double.isFinite(tangent) && !isSteady
                ? new Verdict(Agreement.INCONCLUSIVE, "")
                : wrong(
                        Agreement.WRONG_TANGENT,
                        point,
                        "output " + output + ": tangent " + tangent + ", difference " + expected + " along "
                                + Arrays.deepToString(direction.toArray()));
    }

    private boolean isClear(Ridders difference) {
        return Arrays.stream(difference.error()).allMatch(error -> error <= tolerance * scale(difference));
    }

    private static double scale(Ridders difference) {
        return Math.max(
                1, Arrays.stream(difference.derivative()).map(Math::abs).max().orElse(1));
    }

    /** The last output that disagrees; -1 for none. */
    private int worst(Ridders difference, double[] tangent) {
        int worst = -1;
        for (int i = 0; i < tangent.length; i++) {
            double allowed = tolerance * scale(difference) + 10 * difference.error()[i];
            if (!(Math.abs(difference.derivative()[i] - tangent[i]) <= allowed)) {
                worst = i;
            }
        }
        return worst;
    }

    private Verdict gradient(@Nullable Object[] point, List<Object> direction, Differentiated.Pass pass) {
        if (method.gradient().isEmpty()) {
            return new Verdict(Agreement.AGREES, "");
        }
        double[] flat = Flat.of(direction);
        try {
            Differentiated.Exact exact = method.exact(point);
            for (int i = 0; i < exact.rows().length; i++) {
                double[] row = exact.rows()[i];
                double tangent = pass.tangent()[exact.outputs()[i]];
                double product = 0;
                double size = 1;
                for (int j = 0; j < flat.length; j++) {
                    product += row[j] * flat[j];
                    size += Math.abs(row[j] * flat[j]);
                }
                if (!(Math.abs(product - tangent) <= 1e-7 * size)) {
                    return wrong(
                            Agreement.WRONG_GRADIENT,
                            point,
                            "output " + i + ": tangent " + tangent + ", gradient · v " + product);
                }
            }
            return new Verdict(Agreement.AGREES, "");
        } catch (ThreadDeath endless) {
            throw endless;
        } catch (Throwable thrown) {
            return wrong(Agreement.WRONG_GRADIENT, point, "the gradient throws " + thrown);
        }
    }

    private @Nullable Object[] moved(@Nullable Object[] point, List<Object> direction, double step) {
        @Nullable Object[] moved = point.clone();
        int next = 0;
        for (int i = 0; i < moved.length; i++) {
            Object argument = point[i];
            if (method.active()[i] && argument != null) {
                Iterator<Double> from =
                        Arrays.stream(Flat.of(List.of(argument))).iterator();
                Iterator<Double> along =
                        Arrays.stream(Flat.of(List.of(direction.get(next++)))).iterator();
                moved[i] = Flat.filled(argument, () -> from.next() + step * along.next());
            }
        }
        return moved;
    }

    private static Verdict wrong(Agreement agreement, @Nullable Object[] point, String detail) {
        return new Verdict(agreement, "at " + Arrays.deepToString(point) + ": " + detail);
    }
}
