package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.support.CodeLengths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each construct adds to the bound on the size of a method, against what a compiler makes of it. Before each is how much larger than
 * the code the bound on it is. Long chains of one operation leave no room for a bound on it that is too small.
 */
class CodeSizeOfConstructsTest {
    /** Of variables that take one byte to name, and two to read. */
    private static final String AMONG_FEW_VARIABLES = """
            // An assignment counts its target as read, copies its value for an outer expression, and drops it.
            4   x = y;
            16  x = y = x = y = x = y = x = 3.7;
            4   x = 3.7;
            4   i = 1000;
            4   i = 1000 + n[1001] + n[1002] + n[1003] + n[1004] + n[1005];
            7   a[i] = y;
            9   x = a[i] = y;
            10  t.x = y;
            10  count = i;
            4   i = n[n[n[n[n[n[n[n[i]]]]]]]];
            4   i = n.length + n.length + n.length + n.length + n.length;
            4   x = x + y * x + y / x + y;
            // Only the sign of a number takes a byte, ~ two, and what tests and jumps may take is that of long conditions.
            16  x = - - - - - - x;
            10  i = ~ ~ ~ ~ ~ ~ j;
            4   p = !q;
            7   p = x < y;
            8   p = i == j;
            59  p = p && q && p && q && p && q && p && q;
            59  p = p || q || p || q || p || q || p || q;
            34  x = p ? y : q ? x : p ? y : q ? x : p ? y : x;
            // Each side may have to become another number, a single byte if it is not boxed.
            25  x = x + i + i + i + i + i + i + i;
            9   i = (int) x;
            7   t = (Thing) o;
            2   x += y;
            5   i += x;
            5   i += i += i += i += i += x;
            15  x = n[i] += n[j] += n[i] += n[j] += 300;
            9   t.i += x;
            3   s += i;
            1   names[i] += s;
            6   names[i] += i;
            14  s = s + s;
            44  s = s + i + s + i;
            // Most of what a step may take is for a narrow number in a wide variable, of which the value is used.
            14  i++;
            11  a[i]++;
            13  x = a[i]++;
            14  x = t.x++;
            // Of calls a byte more than they need, a cast where a generic method gives an object.
            10  x = Math.sin(Math.sin(Math.sin(Math.sin(Math.sin(Math.sin(x))))));
            9   o = give();
            6   o = new Link(new Link(new Link(new Link(new Link(null)))));
            8   a = new double[i];
            13  a = new double[] {x, y};
            16  n = new int[] {i, j, 300};
            17  double[][] g = {a, {x, y}};
            // Statements
            6   double z; z = x;
            9   if (p) { }
            9   do { } while (p);
            13  if (p) { x = y; }
            14  if (p) { x = y; } else { y = x; }
            10  while (p) { x = y; }
            37  for (int k = 0; k < i; k++) { x = y; }
            16  for (double z : a) { x = z; }
            9   if (p) return y;
            20  if (p) throw new IllegalStateException();
            7   assert p;
            8   assert p : "no";
            12  if (give() instanceof String z) { }
            13  p = o instanceof String;
            30  synchronized (o) { }
            34  synchronized (o) { x = y; }
            44  synchronized (o) { x = y; if (p) return x; }
            // What a finally clause holds is there once more for every way out of the rest, and at most once too often.
            136 try { x = y; } finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; }
            183 try { if (p) return x; if (q) return x; if (p) return y; } \
                finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; }
            258 while (p) { try { if (p) break; if (q) break; if (p) break; if (q) break; } \
                finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; } }
            258 while (p) { try { if (p) continue; if (q) continue; if (p) continue; if (q) continue; } \
                finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; } }
            368 x = switch (i) { default -> { try { if (p) yield x; if (q) yield y; yield 3.7; } \
                finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; } } };
            172 try { if (p) throw new IllegalStateException(); if (q) throw new IllegalStateException(); } \
                finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; }
            406 try { x = switch (i) { case 1 -> y; case 2 -> 2 * y; default -> 3.7; }; } \
                finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; }
            157 try { x = y; } catch (IllegalStateException e) { } catch (IllegalArgumentException e) { } catch (ArithmeticException e) { } \
                finally { x = x + y * x + y * x + y * x + y * x + y * x + y * x + y * x + y * x; }
            245 while (p) { try { x = y; } finally { x = x + y * x + y * x + y * x + y * x; if (q) break; if (q) break; } }
            416 try (Thing r = t; Thing q1 = t; Thing q2 = t) { if (p) return y; if (q) return y; if (p) return x; if (q) return x; }
            // Of a switch as much as one over strings may need.
            96  switch (i) { case 1: x = y; }
            // Its table has a place for each number from the first to the last, where those are not too far apart.
            616 switch (i) { case 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50: x = y; }
            1010 switch (i) { case 1, 2, 3, 4, 5, 6, 7, 8 -> x = y; case 11, 12, 13, 14, 15, 16, 17, 18 -> y = x; default -> { } }
            305 switch (s) { case "a", "b", "c", "d", "e", "f" -> x = y; default -> { } }
            157 x = switch (s) { case "a" -> { double z = y; yield z * z; } default -> 3.7; };
            """;

    /** Of variables that take two bytes to name, and four to read. */
    private static final String AMONG_MANY_VARIABLES = """
            6   x = y;
            30  x = y = x = y = x = y = x = 3.7;
            6   x = x + y * x + y / x + y;
            27  l = l++ + l++ + l++;
            9   b = b++;
            4   if (give() instanceof String z) { }
            0   double z = y, z2 = y, z3 = z;
            """;

    /** Of the last variable that takes one byte to name, and the first that takes two. */
    private static final String AROUND_THE_LIMIT = """
            4   i = at255 + at255 + at255 + at255;
            4   i = at256 + at256 + at256 + at256;
            """;

    private static final String VARIABLES = """
            int i = 1, j = 2; double x = first, y = first; long l = 3; byte b = 4; boolean p = first > 1, q = first > 2;
            double[] a = {first}; int[] n = {1}; String s = ""; Object o = s; Thing t = new Thing(); String[] names = {s};
            """;

    private static final String CLASSES = """
            static int count;
            static Object give() { return count; }
            static class Link { Link(Link next) {} }
            static class Thing implements AutoCloseable { double x; int i; String s; @Override public void close() {} }
            """;

    private static String doubles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "double w" + i + " = first;")
                .collect(Collectors.joining("\n"));
    }

    /** Constructs with the variables that stand before them, in one class: each in a method, beside one with the variables alone. */
    private enum Place {
        FEW(AMONG_FEW_VARIABLES, VARIABLES),
        // With expressions between that occur twice, and that declare variables of their own.
        MANY(AMONG_MANY_VARIABLES, doubles(130) + """
                Object none = null, nothing = null;
                double chosen = switch (none == nothing ? 1 : 2) { case 1 -> { double z = first; yield z; } default -> 2; };
                """ + VARIABLES),
        LIMIT(
                AROUND_THE_LIMIT,
                "int i = 1, j = 1;" + doubles(124) + "int at254 = 1, at255 = 2, at256 = 3; double x = 1;");

        final List<String> rows;
        final Map<String, Method> read = new HashMap<>();
        final Map<String, Integer> lengths;

        Place(String rows, String before) {
            this.rows = rows.lines().filter(row -> !row.startsWith("//")).toList();
            String methods = IntStream.range(0, this.rows.size())
                    .mapToObj(i -> method("with" + i, before + "{" + construct(this.rows.get(i)) + "}"))
                    .collect(Collectors.joining("\n"));
            Corpus corpus = Corpus.ofSource("Sized", """
                    package corpus;
                    import io.github.pushforward.Differentiable;
                    class Sized {
                    %s
                    %s
                    %s
                    }
                    """.formatted(CLASSES, method("without", before), methods));
            corpus.methods().forEach(method -> read.put(method.name(), method));
            lengths = CodeLengths.of(corpus.classFiles().get("corpus.Sized"));
        }

        private static String method(String name, String body) {
            return "@Differentiable static double " + name + "(double first, double unused) throws Exception {\n" + body
                    + "return x;\n}";
        }

        static String construct(String row) {
            return row.substring(row.indexOf(' '));
        }

        int bound(String name) {
            return CodeSize.of(read.get(name)) - CodeSize.of(read.get("without"));
        }

        int actual(String name) {
            return length(name) - length("without");
        }

        private int length(String name) {
            return lengths.get(name + "(DD)D");
        }
    }

    private static Method with(Type result, Stmt body, Local... parameters) {
        List<Type> types = Stream.of(parameters).map(Local::type).toList();
        List<Boolean> active = types.stream().map(type -> false).toList();
        return new Method(
                new Callee(ClassType.of("corpus", "Sized"), "f", types, result, Callee.Kind.TANGENT, active, false),
                Access.PACKAGE,
                Stream.of(parameters).map(local -> new Parameter(local, false)).toList(),
                new Stmt.Block(List.of(body)),
                Dispatch.NONE,
                new Locals(),
                Set.of(),
                Span.NONE);
    }

    static Stream<Arguments> constructs() {
        return Stream.of(Place.values())
                .flatMap(place -> IntStream.range(0, place.rows.size()).mapToObj(i -> Arguments.of(place, i)));
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void theBoundOn(Place place, int row) {
        String text = place.rows.get(row);
        int tooLarge = Integer.parseInt(text.substring(0, text.indexOf(' ')));
        int actual = place.actual("with" + row);

        assertThat(place.bound("with" + row))
                .as("the bound on%s", Place.construct(text))
                .isEqualTo(actual + tooLarge);
    }

    /** Which no source has: it says so by a class of its own, here as generated code does. */
    @Test
    void theBoundOnDuals() {
        Map<String, Integer> lengths =
                CodeLengths.of(Corpus.ofSource("Sized", """
                        package corpus;
                        import io.github.pushforward.runtime.Dual;
                        class Sized {
                        static Dual made(long u, long v, double x, double y) { return new Dual(x, y); }
                        static double taken(long u, long v, Dual d) { return d.value(); }
                        }
                        """).classFiles().get("corpus.Sized"));
        Local u = new Local(0, "u", Primitive.LONG, false);
        Local v = new Local(1, "v", Primitive.LONG, false);
        Local x = new Local(2, "x", Primitive.DOUBLE, false);
        Local y = new Local(3, "y", Primitive.DOUBLE, false);
        Local d = new Local(4, "d", new DualType(Primitive.DOUBLE), false);
        Expr dual = new Expr.NewDual(Primitive.DOUBLE, x.read(), y.read());
        Expr value = new Expr.DualPart(d.read(), DualHalf.VALUE);

        assertThat(CodeSize.of(with(dual.type(), new Stmt.Return(dual), u, v, x, y)))
                .isEqualTo(lengths.get("made(JJDD)Lio/github/pushforward/runtime/Dual;"));
        assertThat(CodeSize.of(with(Primitive.DOUBLE, new Stmt.Return(value), u, v, d)))
                .as("with a byte for a call that gives an object of some class")
                .isEqualTo(lengths.get("taken(JJLio/github/pushforward/runtime/Dual;)D") + 1);
    }
}
