package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Static methods of the JDK beside {@code Math}. */
class LibraryTest {

    @Test
    void sumMaxAndMinOfDoubleAndFloat() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, float y, @Constant double c) {
                            double sum = Double.sum(x, c) * Double.sum(x * x, y) + Float.sum(y, 2);
                            return sum * Double.max(x, c) + Double.min(x, y) * Float.max(y, 0.1f) + Float.min(y, 9f);
                        }
                        """, "f").inSinglePrecision().at(0.7, 1.3f, 0.5).at(1.7, 0.2f, 2.5);
    }

    /** Every static function from numbers to a number that the boxes have in this JDK. */
    @Test
    void everyFunctionOfDoubleAndFloat() {
        List<Method> functions = Stream.of(Double.class, Float.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .filter(method -> isFloating(method.getReturnType()))
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(LibraryTest::isFloating))
                .toList();
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < functions.size(); i++) {
            Method function = functions.get(i);
            boolean isUnary = function.getParameterCount() == 1;
            String type = function.getParameterTypes()[0].getName();
            members.append("@Differentiable static double f%d(%s x, %s y) { return %s.%s(%s) * y; }\n"
                    .formatted(
                            i,
                            type,
                            type,
                            function.getDeclaringClass().getSimpleName(),
                            function.getName(),
                            isUnary ? "x" : "x, y"));
        }
        Compiled compiled = Compiled.members(members.toString());

        assertThat(functions).hasSizeGreaterThanOrEqualTo(8);
        for (int i = 0; i < functions.size(); i++) {
            Differentiated method =
                    Differentiated.method(compiled, "f" + i, true, true).inSinglePrecision();
            if (functions.get(i).getParameterTypes()[0] == float.class) {
                method.at(0.75f, 1.5f);
            } else {
                method.at(0.75, 1.5);
            }
        }
    }

    private static boolean isFloating(Class<?> type) {
        return Set.of(double.class, float.class, Double.class, Float.class).contains(type);
    }

    @Test
    void tiesOfMaxAndMin() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            return Double.max(x, y) + 10 * Double.min(x, y);
                        }
                        """, "f").tangentIs(33, new Object[] {1.0, 1.0}, 2.0, 4.0);
    }

    @Test
    void testsConstantsAndText() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, float y, int n, long m) {
                            if (Double.isNaN(x) || Double.isInfinite(x) || !Double.isFinite(x) || Float.isNaN(y)) {
                                return Double.NaN;
                            }
                            if (Double.compare(x, 1) < 0 && Float.compare(y, 100) < 0 && Integer.compare(n, 3) <= 0) {
                                x = x * x + Double.MIN_VALUE - Float.MIN_NORMAL;
                            }
                            if (Double.toString(x).length() + Double.hashCode(x) == Integer.MIN_VALUE) {
                                throw new IllegalStateException(Double.toString(x) + Float.toString(y) + Double.toHexString(x));
                            }
                            long bits = Double.doubleToLongBits(x);
                            boolean isNegative = bits < 0 || Double.doubleToRawLongBits(x) >>> 63 == 1;
                            int exponent = Math.getExponent(x) + (Float.floatToIntBits(y) & 0);
                            x *= Integer.bitCount(n) + Long.numberOfTrailingZeros(m) + Integer.signum(n) + Long.max(m, 2);
                            x += Integer.parseInt("3") * x + Character.getNumericValue('7');
                            return (isNegative ? -x : x) * y + (exponent > 0 ? x : 1) + (x < Double.MAX_VALUE ? x : 0);
                        }
                        """.replace("Double.toString(x).length() + ", ""), "f")
                .inSinglePrecision()
                .at(0.7, 1.3f, 3, 4L)
                .at(-1.7, 0.2f, 5, 1L)
                .at(3.0, 0.2f, 5, 1L);
    }

    @Test
    void inactiveCalls() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            long before = System.nanoTime();
                            long time = System.currentTimeMillis();
                            int index = java.util.Objects.checkIndex(n, 3);
                            java.util.Objects.hash(n, index);
                            int hash = java.util.Objects.hash(x, n) & 0;
                            return x * index + (time > 0 && System.nanoTime() >= before ? x * x : x) + hash;
                        }
                        """, "f").at(0.7, 2).fails(IndexOutOfBoundsException.class, 0.7, 3);
    }

    @Test
    void requireNonNull() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double[][] m, double s) {
                            java.util.Objects.requireNonNull(x);
                            double[] y = java.util.Objects.requireNonNull(x, "x of " + s);
                            y[0] *= s;
                            double[][] rows = java.util.Objects.requireNonNull(m);
                            rows[0][0] += x[0];
                            Double boxed = s;
                            double t = java.util.Objects.requireNonNull(boxed) * 2 + java.util.Objects.requireNonNull(s);
                            return x[0] * m[0][0] * t + java.util.Objects.requireNonNull(rows[0], "row")[1];
                        }
                        """, "f").at(new double[] {0.7, 2}, new double[][] {{1.3, 0.4}}, 1.5);
    }

    @Test
    void requireNonNullOfConstants() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double[] c) {
                            java.util.Objects.requireNonNull(c, "c");
                            double[] d = java.util.Objects.requireNonNull(c);
                            return x * d[0];
                        }
                        """, "f").at(0.7, new double[] {3}).fails(NullPointerException.class, 0.7, null);
    }

    @Test
    void aNumberOutOfAnObject() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return java.util.Objects«.requireNonNullElse(x, 1.0);
                        }
                        """).with("NoTangent", "requireNonNullElse");
    }

    @Test
    void textOfAnActiveValueParsedElsewhere() {
        Refused.sources("""
                        package demo;
                        final class Parser {
                            static double parse(String text) {
                                return Double.parseDouble(text);
                            }
                            static double total(Object... numbers) {
                                return numbers.length;
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double x, double y) {
                                String text = "" + x;
                                double z = y * Parser«.parse(text);
                                return z + Parser«.total(x, 2) + Parser.parse("3");
                            }
                        }
                        """).withEach("NoTangent", "NoTangent");
    }

    @Test
    void tablesOfOtherClasses() {
        Compiled compiled = Compiled.sources("""
                package other;
                public final class Coefficients {
                    public static final double[] PUBLIC = {Math.sqrt(2), 0.5};
                    public static final double SCALE = Math.exp(0.5);
                    private Coefficients() {}
                }
                """, """
                package demo;
                final class Tables {
                    static final double[][] ROWS = rows();
                    static final float RATIO = 0.25f;
                    static final class Inner {
                        static final int[] INDICES = {1, 0};
                    }
                    private static double[][] rows() {
                        return new double[][] {{1, 2}, {3, 4}};
                    }
                }
                """, """
                package demo;
                import static other.Coefficients.SCALE;
                import io.github.pushforward.Differentiable;
                import other.Coefficients;
                final class Demo {
                    @Differentiable
                    static double f(double x) {
                        double sum = 0;
                        for (int i = 0; i < Coefficients.PUBLIC.length; i++) {
                            sum = sum * x + Coefficients.PUBLIC[i] * Tables.ROWS[i][Tables.Inner.INDICES[i]];
                        }
                        return sum * SCALE * Tables.RATIO + other.Coefficients.SCALE * x;
                    }
                }
                """);
        Differentiated.method(compiled, "f", true).at(0.7).at(-1.3);
    }

    @Test
    void genericHelpersOfOtherClassesKeepWhatTheyAreGiven() {
        Refused.sources("""
                        package demo;
                        final class Generic {
                            static <T> T same(T t) {
                                return t;
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double[] x) {
                                int[] n = Generic.same(new int[] {0});
                                return x[n[0]] + Generic«.same(x)[0];
                            }
                        }
                        """).with("NoTangent", "same");
    }
}
