package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Records marked {@code @Differentiable}: made, read, passed on, returned and compared inside differentiable methods. */
class RecordsTest {
    private static final String VEC3 = """
            @Differentiable
            record Vec3(double x, double y, double z) {
                static final Vec3 UP = new Vec3(0, 0, 1);
                static Vec3 of(double a) { return new Vec3(a, 1, 2 * a); }
                Vec3 plus(Vec3 o) { return new Vec3(x + o.x, y + o.y(), this.z + o.z); }
                Vec3 times(double s) { return new Vec3(s * x, s * y, s * z); }
                double dot(Vec3 o) { return x * o.x + y * o.y + z * o.z; }
                double norm() { return Math.sqrt(dot(this)); }
                Vec3 unit() { return times(1 / norm()); }
            }
            """;

    private static Differentiated method(String name, String members) {
        return Differentiated.of(VEC3 + members, name);
    }

    @Test
    void componentsOfANewRecord() {
        method("f", """
                @Differentiable
                static double f(double a, double b) {
                    Vec3 v = new Vec3(a * b, 3, Math.sin(b));
                    return v.x() * v.y() + v.z() * v.x();
                }
                """).at(0.5, 2.0).at(-1.0, 0.0);
    }

    @Test
    void chainsOfMethods() {
        method("f", """
                @Differentiable
                static double f(double a, double b) {
                    Vec3 v = new Vec3(a, b, 1);
                    Vec3 w = Vec3.of(b);
                    return v.plus(w).times(a).dot(w.unit());
                }
                """).at(0.5, 2.0).at(-1.0, 0.3);
    }

    @Test
    void constantsMixWithActiveRecords() {
        method("f", """
                @Differentiable
                static double f(double a) {
                    Vec3 fixed = new Vec3(1, 2, 3);
                    Vec3 v = Vec3.UP.times(a).plus(fixed);
                    return v.dot(Vec3.UP) + fixed.dot(v) + fixed.norm();
                }
                """).at(0.5).at(-2.0);
    }

    @Test
    void reassignedInALoop() {
        method("f", """
                @Differentiable
                static double f(double a, int n) {
                    Vec3 sum = Vec3.UP;
                    Vec3 previous = sum;
                    for (int i = 0; i < n; i++) {
                        previous = sum;
                        sum = sum.plus(Vec3.of(a * i)).times(0.5);
                    }
                    return sum.norm() + previous.x();
                }
                """).at(0.5, 0).at(0.5, 1).at(-2.0, 4);
    }

    @Test
    void recordsAreValues() {
        // The old record is what it was after a new one has taken its name.
        method("f", """
                @Differentiable
                static double f(double a, double b) {
                    Vec3 v = new Vec3(a, b, 0);
                    Vec3 old = v;
                    v = new Vec3(v.y(), v.x() * v.x(), a);
                    return old.x() * 10 + old.y() * v.x() + v.y();
                }
                """).at(0.5, 2.0);
    }

    @Test
    void chosenByConditions() {
        method("f", """
                @Differentiable
                static double f(double a, double b) {
                    Vec3 v = a < b ? new Vec3(a, b, 1) : Vec3.UP;
                    Vec3 w;
                    if (a > 0) {
                        w = v.times(b);
                    } else {
                        w = Vec3.of(a);
                    }
                    Vec3 u = switch ((int) b) {
                        case 0 -> v;
                        case 1 -> w.plus(v);
                        default -> new Vec3(b, a, b);
                    };
                    return u.x() + u.y() * 2 + w.z() * 3 + v.x();
                }
                """).at(0.5, 2.2).at(2.5, 1.5).at(-1.0, 0.5);
    }

    @Test
    void nullRecords() {
        method("f", """
                @Differentiable
                static double f(double a, boolean given) {
                    Vec3 v = null;
                    if (given) {
                        v = Vec3.of(a);
                    }
                    return v == null ? a : v.dot(v);
                }
                """).at(0.5, true).at(0.5, false);
        method("f", """
                @Differentiable
                static double f(double a, boolean given) {
                    Vec3 v = given ? Vec3.of(a) : null;
                    return v.x();
                }
                """).at(0.5, true).fails(NullPointerException.class, 0.5, false);
    }

    @Test
    void equalityAndText() {
        method("f", """
                @Differentiable
                static double f(double a) {
                    Vec3 v = Vec3.of(a);
                    Vec3 w = Vec3.of(a);
                    double same = v.equals(w) ? a * a : a;
                    String text = "v = " + v;
                    return v == w || text.isEmpty() ? 0 : same;
                }
                """).at(0.5);
    }

    @Test
    void nestedRecords() {
        method("f", """
                @Differentiable
                record Segment(Vec3 from, Vec3 to, int id) {
                    double length() { return to.plus(from.times(-1)).norm(); }
                    Segment longer(double by) { return new Segment(from, to.times(by), id + 1); }
                }
                @Differentiable
                static double f(double a, double b) {
                    Segment s = new Segment(new Vec3(a, 0, b), Vec3.of(b), 7);
                    Segment t = s.longer(a);
                    return s.length() + t.length() * t.id() + t.from().x() * t.to().y();
                }
                """).at(0.5, 2.0).at(1.5, -0.5);
    }

    @Test
    void constantComponents() {
        method("f", """
                @Differentiable
                record Point(double x, @Constant double weight, int index, String name, @Constant double[] table) {
                    double value() { return x * weight + table[index] * x; }
                }
                @Differentiable
                static double f(double a, @Constant double[] table) {
                    Point p = new Point(a * a, 3.5, 1, "p", table);
                    return p.value() + p.weight() * p.name().length();
                }
                """).at(0.5, new double[] {1, 2, 3});
    }

    @Test
    void floatsAndBoxes() {
        method("f", """
                @Differentiable
                record Mixed(float single, Double boxed, double plain) {}
                @Differentiable
                static double f(double a) {
                    Mixed m = new Mixed((float) a, a * a, a);
                    return m.single() * m.boxed() + m.plain();
                }
                """).inSinglePrecision().at(0.5).at(-1.25);
    }

    @Test
    void compactConstructorsThatCheck() {
        Differentiated f = method("f", """
                @Differentiable
                record Length(double metres) {
                    Length {
                        if (metres < 0) {
                            throw new IllegalArgumentException("negative: " + metres);
                        }
                    }
                }
                @Differentiable
                static double f(double a) {
                    Length l = new Length(a * 2);
                    return l.metres() * l.metres();
                }
                """);
        f.at(0.5).at(3.0);
        f.fails(IllegalArgumentException.class, -1.0);
        // Negative tangents are none of the check's business.
        f.tangentIs(-8.0, new Object[] {1.0}, -1.0);
    }

    @Test
    void compactConstructorsThatChange() {
        method("f", """
                @Differentiable
                record Unit(double x, double y) {
                    Unit {
                        double norm = Math.hypot(x, y);
                        if (norm == 0) {
                            throw new ArithmeticException("zero");
                        }
                        x /= norm;
                        y = y / norm;
                    }
                }
                @Differentiable
                static double f(double a, double b) {
                    Unit u = new Unit(a, b * b);
                    return u.x() * 3 + u.y();
                }
                """).at(0.5, 2.0).at(-3.0, 0.5).fails(ArithmeticException.class, 0.0, 0.0);
    }

    @Test
    void otherConstructors() {
        method("f", """
                @Differentiable
                record Interval(double low, double high) {
                    Interval(double center) { this(center - 1, center * center); }
                    Interval(double a, double b, boolean swap) {
                        this(swap ? b : a, swap ? a : b);
                    }
                    double width() { return high - low; }
                }
                @Differentiable
                static double f(double a, double b) {
                    return new Interval(a).width() * new Interval(a, b, a > b).width() + new Interval(b, a).low();
                }
                """).at(0.5, 2.0).at(3.0, 0.5);
    }

    @Test
    void explicitAccessorsAreMethods() {
        method("f", """
                @Differentiable
                record Angle(double degrees) {
                    public double degrees() { return raw() % 360; }
                    double raw() { return degrees; }
                    double radians() { return Math.toRadians(degrees()) + degrees; }
                }
                @Differentiable
                static double f(double a) {
                    Angle angle = new Angle(a * 100);
                    return angle.degrees() * angle.radians();
                }
                """).at(0.5).at(4.5);
    }

    @Test
    void recordsWithArrays() {
        method("f", """
                @Differentiable
                record Polynomial(double[] coefficients) {
                    double at(double x) {
                        double sum = 0;
                        for (int i = coefficients.length - 1; i >= 0; i--) {
                            sum = sum * x + coefficients[i];
                        }
                        return sum;
                    }
                    Polynomial derivative() {
                        double[] d = new double[coefficients.length - 1];
                        for (int i = 0; i < d.length; i++) {
                            d[i] = (i + 1) * coefficients[i + 1];
                        }
                        return new Polynomial(d);
                    }
                }
                @Differentiable
                static double f(double[] c, double x) {
                    Polynomial p = new Polynomial(c);
                    double before = p.at(x);
                    // The array is shared with its owner.
                    c[0] = before * before;
                    return before + p.at(x) * p.derivative().at(x);
                }
                """).at(new double[] {1, 2, 3}, 0.5);
    }

    @Test
    void arraysOfRecords() {
        method("f", """
                @Differentiable
                static double f(double[] a) {
                    Vec3[] all = new Vec3[a.length];
                    for (int i = 0; i < a.length; i++) {
                        all[i] = Vec3.of(a[i]);
                    }
                    Vec3[] copy = all.clone();
                    all[0] = all[1].times(a[0]);
                    Vec3[] few = {all[0], copy[0], Vec3.UP};
                    double sum = 0;
                    for (Vec3 v : few) {
                        sum += v.norm() * sum + v.x();
                    }
                    Vec3[][] grid = new Vec3[2][3];
                    grid[1][2] = few[1];
                    grid[0] = few;
                    return sum + grid[1][2].dot(grid[0][0]);
                }
                """).at(new double[] {0.5, 2.0}).at(new double[] {-1, 0.25, 7});
    }

    @Test
    void sideEffectsInArguments() {
        method("f", """
                @Differentiable
                static double f(double a) {
                    double x = a;
                    Vec3 v = new Vec3(x++, x *= 2, x + a);
                    int i = 0;
                    Vec3[] all = {v, Vec3.UP};
                    all[i++] = all[i].times(x).plus(all[0]);
                    return v.x() + 10 * v.y() + 100 * v.z() + all[0].norm() * i;
                }
                """).at(0.5);
    }

    /** A segment is a value, so that what is made of its ends in a constructor is not taken to be written to through it. */
    @Test
    void twoComponentsOfOneRecordType() {
        method("f", """
                @Differentiable
                record Segment(Vec3 from, Vec3 to) {}
                @Differentiable
                static final class Thread {
                    Vec3 end;
                    Thread(Segment s) { end = s.to().plus(s.from()); }
                }
                @Differentiable
                static final class Net {
                    final Thread[] threads;
                    Net(Segment[] segments) {
                        threads = new Thread[segments.length];
                        for (int i = 0; i < segments.length; i++) {
                            threads[i] = new Thread(segments[i]);
                            threads[i].end = threads[i].end.times(2);
                        }
                    }
                }
                @Differentiable
                static double f(double a, double b) {
                    Segment[] segments = {new Segment(Vec3.of(a), Vec3.UP), new Segment(Vec3.UP, Vec3.of(a * b))};
                    Net net = new Net(segments);
                    return net.threads[0].end.dot(net.threads[1].end) + segments[1].to().x();
                }
                """).at(0.5, 2.0).at(-1.0, 0.3);
    }
}
