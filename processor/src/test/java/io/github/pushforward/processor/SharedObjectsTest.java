package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import org.junit.jupiter.api.Test;

/** Objects and arrays that occur twice among the inputs are one input: equal references have equal shadows. */
class SharedObjectsTest {
    private static final String HEADER = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;
    private static final String CELL = HEADER + """
            @Differentiable
            class Cell {
                double level;
                double[] log;
                Cell next;
            }
            """;

    private static Compiled cell(String members) {
        return Compiled.sources(CELL, HEADER + "final class Demo {\n" + members + """

                static Cell of(double level) {
                    Cell cell = new Cell();
                    cell.level = level;
                    return cell;
                }
            }
            """);
    }

    private static double[] numbers(Object result) {
        return (double[]) result;
    }

    private static final Compiled FILL = cell("""
            @Differentiable
            static double fill(Cell[] cells, Cell first, double[] log, double amount) {
                double sum = 0;
                for (Cell cell : cells) {
                    cell.level = cell.level * amount;
                    if (cell.log != null) {
                        cell.log[0] += cell.level;
                    }
                }
                for (Cell cell : cells) {
                    sum += cell.level;
                }
                return sum + first.level * log[0];
            }
            static Cell[] cells() {
                Cell a = of(2);
                a.log = new double[] {5};
                Cell b = of(3);
                b.log = a.log;
                return new Cell[] {a, b, a};
            }
            static double value() {
                Cell[] cells = cells();
                return fill(cells, cells[0], cells[0].log, 3);
            }
            static double[] gradient() {
                Cell[] cells = cells();
                var g = DemoGradient.fill(cells, cells[0], cells[0].log, 3);
                if (g.cells()[0] != g.cells()[2] || g.first() != g.cells()[0] || g.log() != g.cells()[1].log) {
                    throw new AssertionError("what is shared has one tangent");
                }
                return new double[] {
                    g.value(), g.cells()[0].level, g.cells()[1].level, g.log()[0], g.amount(), cells[0].level, cells[0].log[0]
                };
            }
            static DifferentiableFunction view() {
                Cell[] cells = cells();
                return DemoGradient.fillFunction(cells, cells[0], cells[0].log, 3);
            }
            static CellTangent tangent(double level, double[] log) {
                CellTangent t = new CellTangent();
                t.level = level;
                t.log = log;
                return t;
            }
            static double[] along() {
                Cell[] cells = cells();
                double[] log = {1};
                CellTangent a = tangent(0, log);
                CellTangent b = tangent(0, log);
                var g = DemoGradient.fillAlong(cells, cells[0], cells[0].log, 3, new CellTangent[] {a, b, a}, a, log, 0);
                return new double[] {g.value(), g.log()[0]};
            }
            static Object alongOther(boolean isLog) {
                Cell[] cells = cells();
                double[] log = {1};
                CellTangent a = tangent(0, log);
                CellTangent b = tangent(0, isLog ? new double[] {1} : log);
                CellTangent c = tangent(0, log);
                return DemoGradient.fillAlong(cells, cells[0], cells[0].log, 3, new CellTangent[] {a, b, isLog ? a : c}, a, log, 0);
            }
            """);

    @Test
    void sharingIsThatOfTheOriginal() {
        // a: 2 · 3 · 3 = 18, after the log has got 6 + 9 + 18
        double value = 18 + 9 + 18 + 18 * (5 + 6 + 9 + 18);
        assertThat((double) FILL.call("demo.Demo", "value")).isEqualTo(value);
        double[] g = numbers(FILL.call("demo.Demo", "gradient"));
        // f = 2 a c² + b c + a c² (l + a c + b c + a c²)
        double a = 2;
        double b = 3;
        double c = 3;
        double log = 5;
        double inner = log + a * c + b * c + a * c * c;
        assertThat(g[0]).isEqualTo(value);
        assertThat(g[1]).isEqualTo(2 * c * c + c * c * inner + a * c * c * (c + c * c));
        assertThat(g[2]).isEqualTo(c + a * c * c * c);
        assertThat(g[3]).isEqualTo(a * c * c);
        assertThat(g[4]).isEqualTo(4 * a * c + b + 2 * a * c * inner + a * c * c * (a + b + 2 * a * c));
        assertThat(g[5]).isEqualTo(2);
        assertThat(g[6]).isEqualTo(5);
    }

    @Test
    void itsNumbersArePackedOnce() {
        DifferentiableFunction view = (DifferentiableFunction) FILL.call("demo.Demo", "view");
        assertThat(view.start()).containsExactly(2, 5, 3, 3);
        ObjectGradientTest.check(view, 2, 5, 3, 3);
        ObjectGradientTest.check(view, -1, 2, 0.5, 0.25);
    }

    @Test
    void oneTangentForWhatIsShared() {
        double[] along = numbers(FILL.call("demo.Demo", "along"));
        assertThat(along[1]).isEqualTo(18);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILL.call("demo.Demo", "alongOther", false))
                .withMessageStartingWith("cellsTangent[2] belongs to an input that occurs twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILL.call("demo.Demo", "alongOther", true))
                .withMessageStartingWith("cellsTangent[1].log belongs to an input that occurs twice");
    }

    @Test
    void identityAtOtherPoints() {
        Compiled compiled = cell("""
                @Differentiable
                static double f(Cell a, Cell b) {
                    return a == b ? a.level * a.level : a.level * b.level * 100;
                }
                static DifferentiableFunction same() {
                    Cell cell = of(3);
                    return DemoGradient.fFunction(cell, cell);
                }
                static DifferentiableFunction two() {
                    return DemoGradient.fFunction(of(3), of(4));
                }
                """);
        DifferentiableFunction same = (DifferentiableFunction) compiled.call("demo.Demo", "same");
        assertThat(same.dimension()).isEqualTo(1);
        assertThat(same.value(new double[] {5})).isEqualTo(25);
        assertThat(same.along(new double[] {5}, new double[] {1}).tangent()).isEqualTo(10);
        DifferentiableFunction two = (DifferentiableFunction) compiled.call("demo.Demo", "two");
        assertThat(two.value(new double[] {5, 7})).isEqualTo(3500);
    }

    @Test
    void chainsButNoCycles() {
        Compiled compiled = cell("""
                @Differentiable
                static double sum(Cell head) {
                    double sum = 0;
                    int i = 1;
                    for (Cell cell = head; cell != null && i < 10; cell = cell.next) {
                        sum += i++ * cell.level * cell.level;
                    }
                    return sum;
                }
                @Differentiable
                static Cell loop(double level) {
                    Cell cell = new Cell();
                    cell.level = level;
                    cell.next = cell;
                    return cell;
                }
                static double[] chain() {
                    Cell head = of(2);
                    head.next = of(3);
                    var g = DemoGradient.sum(head);
                    return new double[] {g.value(), g.head().level, g.head().next.level, g.head().next.next == null ? 1 : 0};
                }
                static Object cycle() {
                    Cell head = of(2);
                    head.next = of(3);
                    head.next.next = head;
                    return DemoGradient.sum(head);
                }
                static Object cycleOut() {
                    return DemoGradient.loop(2);
                }
                """);
        assertThat(numbers(compiled.call("demo.Demo", "chain"))).containsExactly(4 + 18, 4, 12, 1);
        for (String cycle : new String[] {"cycle", "cycleOut"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> compiled.call("demo.Demo", cycle))
                    .withMessageStartingWith("an object of demo.Cell refers back to itself");
        }
    }

    /** Outputs are what a caller sees: an array that is both result and parameter has its rows twice. */
    @Test
    void anOutputThatOccursTwiceIsTwoOutputs() {
        Compiled compiled = cell("""
                @Differentiable
                static Cell[] twice(Cell a) {
                    a.level *= 2;
                    return new Cell[] {a, a};
                }
                static double[][] jacobian() {
                    return DemoGradient.twice(of(3)).a();
                }
                static DifferentiableMapping view() {
                    return DemoGradient.twiceFunction(of(3));
                }
                """);
        assertThat((double[][]) compiled.call("demo.Demo", "jacobian")).isDeepEqualTo(new double[][] {{2}, {2}, {2}});
        assertThat(((DifferentiableMapping) compiled.call("demo.Demo", "view")).outputDimension())
                .isEqualTo(3);
    }
}
