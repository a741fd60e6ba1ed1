package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Mutable classes marked {@code @Differentiable}: written to, mutated by methods and callees, shared. */
class ObjectsTest {
    private static final String BODY = """
            @Differentiable
            static final class Body {
                double position;
                double velocity;
                @Constant final double mass;
                int steps;
                Body(double position, double velocity, double mass) {
                    this.position = position;
                    this.velocity = velocity;
                    this.mass = mass;
                }
                void kick(double impulse) {
                    velocity += impulse / mass;
                    steps++;
                }
                void drift(double time) {
                    this.position = position + velocity * time;
                }
                double energy() {
                    return 0.5 * mass * velocity * velocity;
                }
            }
            """;

    private static Differentiated method(String name, String members) {
        return Differentiated.of(BODY + members, name);
    }

    @Test
    void methodsThatMutateTheirReceiver() {
        method("f", """
                @Differentiable
                static double f(double x, double dt, int n) {
                    Body body = new Body(x, x * x, 2);
                    for (int i = 0; i < n; i++) {
                        body.kick(-body.position * dt);
                        body.drift(dt);
                    }
                    return body.energy() + body.position * body.steps;
                }
                """).at(0.5, 0.1, 3).at(-2.0, 0.5, 1).at(1.0, 0.5, 0);
    }

    @Test
    void fieldWritesOfEveryForm() {
        method("f", """
                @Differentiable
                static double f(double x) {
                    Body body = new Body(x, 1, 1);
                    body.position *= body.position;
                    body.velocity = body.position = body.position - x * 3;
                    body.velocity++;
                    double before = body.position--;
                    body.position -= body.velocity += x;
                    return before * body.position + body.velocity;
                }
                """).at(0.5).at(-2.0);
    }

    @Test
    void passedToCalleesThatMutate() {
        method("f", """
                static void push(Body body, double impulse, int times) {
                    for (int i = 0; i < times; i++) {
                        body.velocity += impulse * body.velocity;
                    }
                }
                static Body moved(Body body, double by) {
                    body.position += by;
                    return body;
                }
                @Differentiable
                static double f(double x) {
                    Body body = new Body(1, x, 1);
                    push(body, x, 3);
                    Body same = moved(body, body.velocity);
                    same.velocity *= 2;
                    return body.velocity * body.position;
                }
                """).at(0.5).at(-0.25);
    }

    @Test
    void twoNamesOfOneObject() {
        method("f", """
                @Differentiable
                static double f(double x) {
                    Body one = new Body(x, 1, 1);
                    Body other = one;
                    other.position *= x;
                    Body third = new Body(x, 1, 1);
                    third.position = one.position * 2;
                    if (x > 0) {
                        third = other;
                    }
                    third.velocity = x * x;
                    return one.position + one.velocity * third.velocity;
                }
                """).at(0.5).at(-2.0);
    }

    @Test
    void objectsInArrays() {
        method("f", """
                @Differentiable
                static double f(double[] x) {
                    Body[] bodies = new Body[x.length];
                    for (int i = 0; i < x.length; i++) {
                        bodies[i] = new Body(x[i], 1, i + 1);
                    }
                    Body first = bodies[0];
                    bodies[0] = bodies[1];
                    bodies[1] = first;
                    for (Body body : bodies) {
                        body.kick(first.position);
                    }
                    bodies[0].position *= bodies[1].velocity;
                    double sum = 0;
                    for (int i = 0; i < bodies.length; i++) {
                        sum = sum * 0.5 + bodies[i].position * bodies[i].velocity;
                    }
                    return sum + first.velocity;
                }
                """).at(new double[] {0.5, 2.0}).at(new double[] {1, -1, 3});
    }

    @Test
    void arraysInObjects() {
        method("f", """
                @Differentiable
                static final class Buffer {
                    final double[] values;
                    double[][] rows;
                    int used;
                    Buffer(int n) {
                        values = new double[n];
                        rows = new double[n][2];
                    }
                    void add(double x) {
                        rows[used][0] = x;
                        values[used++] += x;
                    }
                    double total() {
                        double sum = 0;
                        for (double v : values) {
                            sum += v * sum + v;
                        }
                        return sum * rows[0][0];
                    }
                }
                @Differentiable
                static double f(double x, double y) {
                    Buffer buffer = new Buffer(3);
                    buffer.add(x);
                    buffer.add(x * y);
                    double[] alias = buffer.values;
                    alias[2] = y;
                    buffer.rows = new double[][] {{x, y}, buffer.rows[1]};
                    return buffer.total() + buffer.rows[1][0];
                }
                """).at(0.5, 2.0).at(-1.0, 0.25);
    }

    @Test
    void constructorsThatCompute() {
        method("f", """
                @Differentiable
                static final class Disc {
                    static final double HALF = 0.5;
                    final double radius;
                    final double area;
                    double[] samples = {1, 2};
                    final double scale;
                    { scale = 3 * HALF; }
                    Disc(double diameter) {
                        this(diameter, 1);
                        samples[1] = diameter;
                    }
                    Disc(double diameter, double stretch) {
                        double r = diameter / 2;
                        radius = r * stretch;
                        area = areaOf(radius);
                        for (int i = 0; i < 2; i++) {
                            samples[0] += r * scale;
                        }
                    }
                    private static double areaOf(double r) {
                        return Math.PI * r * r;
                    }
                }
                @Differentiable
                static double f(double x, double y) {
                    Disc disc = new Disc(x * y);
                    Disc other = new Disc(disc.radius, y);
                    return disc.area + disc.samples[0] * disc.samples[1] + other.area * other.samples[1] * other.scale;
                }
                """).at(0.5, 2.0).at(1.5, -0.25);
    }

    @Test
    void inheritedFields() {
        method("f", """
                @Differentiable
                static class Shape {
                    double scale;
                    Shape(double scale) { this.scale = scale * 2; }
                    double area() { return 0; }
                }
                @Differentiable
                static class Square extends Shape {
                    final double side;
                    Square(double side) {
                        super(side + 1);
                        this.side = side;
                    }
                    @Override double area() { return scale * side * side; }
                }
                @Differentiable
                static double f(double x) {
                    Square square = new Square(x);
                    square.scale *= x;
                    Shape shape = square;
                    shape.scale += 1;
                    return square.area() + shape.scale * square.side;
                }
                """).at(0.5).at(-2.0);
    }

    @Test
    void linkedObjects() {
        method("f", """
                @Differentiable
                static final class Node {
                    double value;
                    Node next;
                    Node(double value, Node next) {
                        this.value = value;
                        this.next = next;
                    }
                }
                @Differentiable
                static double f(double[] x) {
                    Node head = null;
                    for (double v : x) {
                        head = new Node(v, head);
                    }
                    Node last = head;
                    while (last.next != null) {
                        last.next.value *= last.value;
                        last = last.next;
                    }
                    last.next = head;
                    double sum = 0;
                    Node node = head;
                    for (int i = 0; i < 5; i++) {
                        sum = sum * 0.5 + node.value;
                        node = node.next;
                    }
                    return sum;
                }
                """).at(new double[] {0.5}).at(new double[] {0.5, 2, -1});
    }

    @Test
    void returnedAndStored() {
        method("f", """
                @Differentiable
                static final class Pair {
                    Body left;
                    Body right;
                    Pair() {}
                    static Pair of(double x) {
                        Pair pair = new Pair();
                        pair.left = new Body(x, 1, 1);
                        pair.right = pair.left;
                        return pair;
                    }
                    Pair swapped() {
                        Pair pair = new Pair();
                        pair.left = right;
                        pair.right = new Body(left.position, left.velocity, 2);
                        return pair;
                    }
                }
                @Differentiable
                static double f(double x) {
                    Pair pair = Pair.of(x);
                    pair.left.position *= x;
                    Pair swapped = pair.swapped();
                    swapped.left.velocity = x;
                    swapped.right.position += 5 * x;
                    return pair.right.position * pair.left.velocity + swapped.right.position * swapped.left.position;
                }
                """).at(0.5).at(-2.0);
    }

    @Test
    void exceptionsLeaveValueAndTangentTogether() {
        method("f", """
                @Differentiable
                static double f(double x) {
                    Body body = new Body(x, 1, 1);
                    Body none = null;
                    try {
                        body.position = x * x;
                        none.position = body.position;
                        body.position = 0;
                    } catch (NullPointerException e) {
                        body.velocity = body.position * x;
                    }
                    return body.velocity + body.position;
                }
                """).at(0.5);
        method("f", """
                @Differentiable
                static double f(double x) {
                    Body none = x > 1 ? null : new Body(x, 1, 1);
                    return none.position;
                }
                """).at(0.5).fails(NullPointerException.class, 2.0);
    }

    /** What a constant object has twice, its tangent has twice as well. */
    @Test
    void sharedPartsOfConstantObjects() {
        method("f", """
                @Differentiable
                static final class Twins {
                    final Body left = new Body(1, 2, 3);
                    final Body right = left;
                    final double[][] rows = new double[2][2];
                    final double[] row;
                    Twins(int n) {
                        row = rows[n];
                    }
                }
                @Differentiable
                static double f(double x) {
                    Twins twins = new Twins(1);
                    twins.left.position *= x;
                    twins.row[0] = x * x;
                    return twins.right.position * 5 + twins.rows[1][0] + twins.rows[0][0];
                }
                """).at(0.5).at(-2.0);
    }

    @Test
    void methodReferencesToMethodsOfObjectsAndConstructors() {
        method("f", """
                interface Measure { double of(Body body); }
                interface Maker { Body make(double position, double velocity, double mass); }
                interface Push { void push(Body body, double impulse); }
                @Differentiable
                static double f(double x) {
                    Measure energy = Body::energy;
                    Maker maker = Body::new;
                    Push push = Body::kick;
                    Body body = maker.make(x, x * x, 2);
                    push.push(body, x);
                    return energy.of(body) * body.position;
                }
                """).at(0.5).at(-2.0);
    }
}
