package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Regressions: programs over objects that once lost a derivative, changed a value or did not compile. */
class ObjectTrapsTest {
    /** A compact constructor was told from a full one by the text of its body. */
    @Test
    void aCompactConstructorThatMentionsThis() {
        Differentiated.of("""
                @Differentiable
                record Point(double x, double y) {
                    Point {
                        if (Double.isNaN(x)) {
                            throw new IllegalArgumentException("this.x is not a number");
                        }
                        x = x * 2;
                    }
                }
                @Differentiable
                static double f(double a, double b) {
                    Point point = new Point(a, b);
                    return point.x() * point.y();
                }
                """, "f").at(0.5, 2.0).at(-1.5, 0.25).fails(IllegalArgumentException.class, Double.NaN, 1.0);
    }

    /** What goes into a variable of the constructor was taken to go into the field of that name. */
    @Test
    void aVariableThatHidesAField() {
        Differentiated.of("""
                @Differentiable
                static final class Pair {
                    double a = 3;
                    double b;
                    Pair(double p, double q) {
                        double a;
                        a = p;
                        this.b = q;
                    }
                }
                @Differentiable
                static double f(double x) {
                    Pair pair = new Pair(x, x * x);
                    return pair.a * pair.b;
                }
                """, "f").at(0.5).at(-2.0);
    }

    /** The one was called in place of the other. */
    @Test
    void aStaticMethodAndOneOfTheObjectByOneName() {
        Differentiated.of("""
                @Differentiable
                static final class Point {
                    double x;
                    Point(double x) { this.x = x; }
                    static Point twice(Point point) { return new Point(point.x * 2); }
                    Point twice() { return new Point(x * x * 2); }
                }
                @Differentiable
                static double f(double x) {
                    Point point = new Point(x);
                    return Point.twice(point).x * point.twice().x;
                }
                """, "f").at(0.5).at(-2.0);
    }

    @Test
    void theSameOfAClassThatIsNotMarked() {
        Differentiated.of("""
                static final class Scale {
                    final double by = 3;
                    static double of(Scale scale, double x) { return x * scale.by; }
                    double of(double x) { return x * x * by; }
                }
                @Differentiable
                static double f(double x) {
                    Scale scale = new Scale();
                    return Scale.of(scale, x) + scale.of(x);
                }
                """, "f").at(0.5).at(-2.0);
    }

    /** The derivative of what went into an unmarked object was lost where a method of it gave the number back. */
    @Test
    void aNumberOutOfAnUnmarkedObjectByItsMethod() {
        Refused.members("""
                static final class Cell {
                    final double content;
                    Cell(double content) { this.content = content; }
                    double content() { return «content; }
                }
                @Differentiable
                static double f(double x) {
                    Cell cell = new Cell(x);
                    return cell.content();
                }
                """).with("NoTangent", "the field content", "mark demo.Demo.Cell @Differentiable");
    }

    @Test
    void aComponentOfAnUnmarkedRecord() {
        Refused.members("""
                record Cell(double content) {}
                @Differentiable
                static double f(double x) {
                    return new Cell(x)«.content();
                }
                """)
                .with("NoTangent", "demo.Demo.Cell.content is a number", "mark demo.Demo.Cell @Differentiable");
    }

    @Test
    void anActiveObjectOutOfAnUnmarkedGenericRecord() {
        Refused.members("""
                record Pair<A, B>(A a, B b) {}
                @Differentiable
                static final class Cell {
                    double content;
                }
                @Differentiable
                static double f(double x) {
                    Cell cell = new Cell();
                    Pair<Cell, String> pair = new Pair<>(cell, "");
                    Cell same = pair«.a();
                    same.content = x;
                    return cell.content;
                }
                """)
                .with("NoTangent", "a demo.Demo.Cell out of an object", "mark demo.Demo.Pair @Differentiable");
    }

    /** Its own body does not show what its type variable stands for. */
    @Test
    void anActiveObjectOutOfAnUnmarkedGenericClassByItsMethod() {
        Refused.members("""
                @Differentiable
                record Vec2(double x, double y) {}
                record Box<T>(T content) {
                    T get() { return content; }
                }
                @Differentiable
                static double fine(double a, Box<Double> box) {
                    return box.get() * a;
                }
                @Differentiable
                static double f(double a) {
                    Box<Vec2> box = new Box<Vec2>(new Vec2(a, 1));
                    return box«.get().x();
                }
                """).with("NoTangent", "demo.Demo.Box.get is a demo.Demo.Vec2 out of an object");
    }

    /** What a constant object holds is still read, in methods of it, in other objects and by dispatch. */
    @Test
    void methodsOfConstantObjectsAreFine() {
        Differentiated.of("""
                interface Kernel {
                    double at(double x, double[] weights);
                }
                record Scaled(double k, Kernel of) implements Kernel {
                    @Override
                    public double at(double x, double[] weights) { return of.at(k * x, weights); }
                }
                record Affine(double slope) implements Kernel {
                    @Override
                    public double at(double x, double[] weights) {
                        double[] y = scaled(weights);
                        return slope * x + y[0];
                    }
                    double[] scaled(double[] v) {
                        double[] result = new double[v.length];
                        for (int i = 0; i < v.length; i++) {
                            result[i] = v[i] * slope;
                        }
                        return result;
                    }
                }
                @Differentiable
                static double f(double x, double[] weights) {
                    Kernel kernel = new Scaled(3, new Affine(2));
                    return kernel.at(x, weights) * kernel.at(x * x, weights);
                }
                """, "f").at(0.5, new double[] {2, 3});
    }

    /** A helper hid the field that the array was in. */
    @Test
    void writingToAFieldThatAHelperGives() {
        Refused.members("""
                static double[] table = {1, 2};
                static double[] table() { return table; }
                @Differentiable
                static double f(double x) {
                    table()[0] «= x;
                    return table()[0] * x;
                }
                """).with("ConstantReceivesActiveValue", "the field demo.Demo.table");
        Refused.members("""
                static final class Store {
                    final double[] values = new double[2];
                    double[] values() { return values; }
                }
                @Differentiable
                static double f(double x, @Constant Store store) {
                    double[] values = store.values();
                    values[0] «= x;
                    return values[0] * x;
                }
                """).with("ConstantReceivesActiveValue", "the field demo.Demo.Store.values");
    }

    @Test
    void anUnmarkedClassBesideMarkedOnes() {
        String shapes = """
                interface Shape {
                    double scale();
                }
                @Differentiable
                record Square(double side) implements Shape {
                    public double scale() { return side * side; }
                }
                record Fixed(double side) implements Shape {
                    public double scale() { return side * 3; }
                }
                """;
        Differentiated.of(shapes + """
                @Differentiable
                static double f(double x) {
                    Shape shape = x > 0 ? new Square(x) : new Fixed(2);
                    return shape.scale() * x;
                }
                """, "f").at(0.5).at(-0.5);
        Refused.members(shapes + """
                @Differentiable
                static double f(double x) {
                    Shape shape = «new Fixed(x);
                    return shape.scale();
                }
                """)
                .with("ConstantReceivesActiveValue", "new demo.Demo.Fixed", "mark demo.Demo.Fixed @Differentiable");
    }

    /** Two parameters of one constructor had one name. */
    @Test
    void aFieldThatHidesOneOfTheSuperclass() {
        Refused.members("""
                @Differentiable
                static class Shape {
                    double scale;
                }
                @Differentiable
                static final class Square extends Shape {
                    double «scale;
                }
                @Differentiable
                static double f(double x) {
                    Square square = new Square();
                    square.scale = x;
                    return square.scale;
                }
                """).with("UnsupportedType", "the field scale hides that of demo.Demo.Shape");
    }

    /** What a method may give back was taken to be put into the static object that it may give back as well. */
    @Test
    void aConstantThatAMethodMayGiveBack() {
        String number = """
                @Differentiable
                static final class Number {
                    double value;
                    Number(double value) { this.value = value; }
                    Number or(Number other) { return value > 0 ? this : other; }
                }
                static final Number ZERO = new Number(0);
                """;
        Differentiated.of(number + """
                @Differentiable
                static double f(double x) {
                    Number number = new Number(x).or(ZERO);
                    return number.value * x;
                }
                """, "f").at(0.5).at(-2.0);
        Refused.members(number + """
                @Differentiable
                static double f(double x) {
                    Number number = new Number(x).or(ZERO);
                    number.value «= x * x;
                    return ZERO.value;
                }
                """).with("ConstantReceivesActiveValue", "the field demo.Demo.ZERO");
    }

    /** An object without a name had no tangent to receive what a method puts into it. */
    @Test
    void newObjectsThatMethodsPutActiveObjectsInto() {
        Differentiated.of("""
                @Differentiable
                static final class Node {
                    double value;
                    Node next;
                    Node(double value) { this.value = value; }
                    Node linkedFrom(Node[] nodes, int i) {
                        nodes[i] = this;
                        next = nodes[0];
                        return this;
                    }
                }
                static Node link(Node from, Node to) {
                    from.next = to;
                    return from;
                }
                @Differentiable
                static double f(double x) {
                    Node one = link(new Node(1), new Node(x));
                    Node two = link(new Node(2), link(new Node(x), new Node(3)));
                    one.next.value *= x;
                    two.next.next.value = x;
                    Node[] nodes = {new Node(x), null};
                    Node three = new Node(5).linkedFrom(nodes, 1);
                    three.next.value *= x;
                    nodes[1].value = x * x;
                    return one.next.value * two.value * two.next.next.value + nodes[0].value * three.value;
                }
                """, "f").at(0.5).at(-2.0);
    }
}
