package io.github.pushforward.processor.singular;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.HyperDual;
import io.github.pushforward.runtime.TwiceDifferentiableFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every function with a rule at the points where derivatives go wrong, through generated code: the value bit for bit that of the original,
 * tangents and second derivatives against {@code references.tsv}.
 */
class SingularPointsTest {
    private static final List<Datum> DATA = Datum.all();

    @TestFactory
    Stream<DynamicTest> ofMath() {
        return tests(DATA, new Subjects(DATA, Math.class, double.class), SingularPointsTest::check);
    }

    @TestFactory
    Stream<DynamicTest> ofStrictMath() {
        return tests(DATA, new Subjects(DATA, StrictMath.class, double.class), SingularPointsTest::check);
    }

    /** Rounded to {@code float} where the value is. */
    @TestFactory
    Stream<DynamicTest> ofFloats() {
        List<Datum> single = DATA.stream()
                .filter(datum -> Form.isOfMath(datum.function()) && datum.isSingle())
                .toList();
        return tests(single, new Subjects(single, Math.class, float.class), SingularPointsTest::checkSingle);
    }

    private interface Check {
        void of(Datum datum, Subject subject, Findings findings);
    }

    private static Stream<DynamicTest> tests(List<Datum> data, Subjects subjects, Check check) {
        return data.stream()
                .filter(datum -> !subjects.of(datum).isEmpty())
                .collect(groupingBy(Datum::function, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Findings findings = new Findings(entry.getKey());
                    for (Datum datum : entry.getValue()) {
                        subjects.of(datum).forEach(subject -> check.of(datum, subject, findings));
                    }
                    findings.check();
                }));
    }

    private static void check(Datum datum, Subject subject, Findings findings) {
        double value;
        try {
            value = subject.original(datum).doubleValue();
        } catch (IllegalArgumentException refused) {
            checkRefusal(datum, subject, findings);
            return;
        }
        HyperDual second = subject.second(datum, datum.v(), datum.w());
        HyperDual mirrored = subject.second(datum, datum.w(), datum.v());
        Dual first = subject.tangent(datum, datum.v());

        if (datum.value() != null) {
            findings.value(subject + " value of " + datum, value, datum.value());
        }
        for (double same : new double[] {first.value(), second.value(), mirrored.value()}) {
            findings.bits(subject + " value of " + datum, same, value);
        }
        findings.tangent(subject + " along v, " + datum, first.tangent(), datum.alongV());
        findings.bits(subject + " along v with order 2, " + datum, second.tangent(), first.tangent());
        findings.tangent(subject + " along w, " + datum, mirrored.tangent(), datum.alongW());
        findings.tangent(subject + " along w with order 2, " + datum, second.tangent2(), datum.alongW());
        checkLanes(datum, subject, findings);
        if (datum.second() != null) {
            findings.second(subject + " second, " + datum, second.second(), datum.second());
            findings.second(subject + " second, the other way round, " + datum, mirrored.second(), datum.second());
        }
    }

    /** Several directions a pass share slopes; the bits are those of passes of one. */
    private static void checkLanes(Datum datum, Subject subject, Findings findings) {
        TwiceDifferentiableFunction view = subject.view(datum);
        double[] x = view.start();
        double[] gradient = new double[x.length];
        double[][] hessian = new double[x.length][x.length];
        view.gradient(x, gradient);
        view.hessian(x, new double[x.length], hessian);
        for (int i = 0; i < x.length; i++) {
            findings.bits(
                    subject + " gradient, " + datum,
                    gradient[i],
                    view.along(x, unit(i, x.length)).tangent());
            for (int j = i; j < x.length; j++) {
                double second =
                        view.along(x, unit(i, x.length), unit(j, x.length)).second();
                findings.bits(subject + " Hessian, " + datum, hessian[i][j], second);
            }
        }
    }

    private static double[] unit(int index, int length) {
        double[] unit = new double[length];
        unit[index] = 1;
        return unit;
    }

    private static void checkSingle(Datum datum, Subject subject, Findings findings) {
        float value;
        try {
            value = subject.original(datum).floatValue();
        } catch (IllegalArgumentException refused) {
            return; // as for double
        }
        DualFloat first = subject.floatTangent(datum, datum.v());
        findings.bits(subject + " value of " + datum, first.value(), value);
        findings.single(subject + " along v, " + datum, first.tangent(), datum.alongV());
        findings.single(
                subject + " along w, " + datum,
                subject.floatTangent(datum, datum.w()).tangent(),
                datum.alongW());
    }

    private static void checkRefusal(Datum datum, Subject subject, Findings findings) {
        try {
            subject.tangent(datum, datum.v());
            findings.fail(subject + " does not refuse " + datum);
        } catch (IllegalArgumentException refused) {
            // as the original does
        }
    }
}
