package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.processor.support.StreamCode;
import org.junit.jupiter.api.Test;

/** Streams that no loop stands for: refused at the operation that no loop does. */
class StreamErrorsTest {
    private static final String MARK = "\u00ab";

    private static Refused refused(String body) {
        return refused(body, "");
    }

    private static Refused refused(String body, String members) {
        return Refused.sources(StreamCode.source("double", body.replace("$", MARK), members.replace("$", MARK)));
    }

    @Test
    void inParallel() {
        refused("return Arrays.stream(x)$.parallel().map(v -> a * v).sum();")
                .with("UnsupportedExpression", "a stream with parallel cannot be turned into a loop", "write a loop");
    }

    @Test
    void inParallelWithoutFunctions() {
        refused("return Arrays$.stream(x).parallel()$.sum();").withEach("NoTangent", "NoTangent");
    }

    @Test
    void ofObjects() {
        refused("return Arrays.stream(x).map(v -> a * v)$.boxed().mapToDouble(v -> v).sum();")
                .with("UnsupportedExpression", "a stream with boxed");
        refused("return IntStream.range(0, n)$.mapToObj(i -> x[i]).mapToDouble(v -> v).sum();")
                .with("UnsupportedExpression", "a stream with mapToObj");
    }

    @Test
    void ofStreams() {
        refused("return Arrays.stream(x)$.flatMap(v -> DoubleStream.of(v, a)).sum();")
                .with("UnsupportedExpression", "a stream with flatMap");
        refused("return DoubleStream$.concat(Arrays.stream(x), Arrays.stream(x)).map(v -> a * v).sum();")
                .with("UnsupportedExpression", "a stream with concat");
    }

    @Test
    void statistics() {
        refused("return Arrays.stream(x).map(v -> v * a)$.summaryStatistics().getMax();")
                .with("UnsupportedExpression", "a stream with summaryStatistics");
    }

    @Test
    void asAValue() {
        refused("DoubleStream s = Arrays.stream(x)$.map(v -> a * v); return s.sum();")
                .with("UnsupportedExpression", "a stream that ends in map, not in a number or an array,");
    }

    @Test
    void missingResultAsAValue() {
        refused("OptionalDouble max = Arrays.stream(x).map(v -> a * v)$.max(); return max.getAsDouble();")
                .with("UnsupportedExpression", "a stream that ends in max, not in a number or an array,");
        refused("Arrays.stream(x).map(v -> a * v).max()$.ifPresent(v -> {}); return a;")
                .with("UnsupportedExpression", "a stream with ifPresent");
    }

    /** The library leaves out functions where it knows the number without them, more often in newer releases. */
    @Test
    void countThatLeavesOutFunctions() {
        refused("return a * Arrays.stream(x).map(v -> a * v)$.count();")
                .with("UnsupportedExpression", "count knows the number of elements", "count without them");
        refused("return a * Arrays.stream(x).peek(v -> {}).limit(2)$.count();")
                .with("UnsupportedExpression", "count knows the number of elements");
    }

    @Test
    void assignmentInAnArgument() {
        refused("return Arrays.stream(x).limit(n$++).map(v -> a * v).sum();")
                .with("UnsupportedExpression", "an assignment to n in an argument of a stream", "before the stream");
    }

    @Test
    void checkedExceptionInAnArgument() {
        refused("""
                try {
                    return Arrays.stream(x).limit(read$(n)).map(v -> a * v).sum();
                } catch (java.io.IOException broken) {
                    return a;
                }
                """, """
                private static int read(int n) throws java.io.IOException {
                    return n;
                }
                """).with("UnsupportedExpression", "a call that declares exceptions", "before the stream");
    }

    @Test
    void problemsInFunctions() {
        refused("""
                return Arrays.stream(x)
                        .map(v -> $new Double(v))
                        .peek(v -> { $class Local {} })
                        .map(v -> $unknown * v)
                        .sum();
                """).withEach("UnsupportedExpression", "UnsupportedStatement", "UnresolvedName");
    }

    @Test
    void derivativeLostInAFunction() {
        refused("return Arrays.stream(x).map(v -> Double$.longBitsToDouble(Double.doubleToLongBits(v) + 1)).sum();")
                .with("NoTangent", "longBitsToDouble");
    }

    /** A constant array of the caller, and what has no place for a tangent. */
    @Test
    void constantArrayWrittenTo() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x, @Constant double[] y) {
                            java.util.stream.IntStream.range(0, x.length)$.forEach(i -> y[i] = x[i]);
                            return x[0];
                        }
                        """.replace("$", MARK)).with("ConstantReceivesActiveValue", "y");
    }
}
