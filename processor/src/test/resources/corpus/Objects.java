package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Objects of active classes. */
final class Objects {
    private Objects() {}

    @Differentiable
    static double length(Vec v) {
        return Math.sqrt(v.x() * v.x() + v.y() * v.y());
    }

    @Differentiable
    static Vec moved(Vec v, double x) {
        Vec w = new Vec(v.x() + x, v.y() * x);
        Vec u = new Vec(x, 2);
        return new Vec(w.x() * u.x(), w.y() + u.y());
    }

    @Differentiable
    static double constants(@Constant Vec c, double x, boolean flag) {
        Vec v = new Vec(x, x * x);
        Vec w = flag ? c : v;
        v = c;
        Vec none = null;
        none = w;
        return w.x() * v.y() + none.y() + new Vec(1, x).y();
    }

    @Differentiable
    static double particle(Particle p, double dt) {
        p.position = new Vec(p.position.x() + dt * p.speed, p.position.y());
        p.speed *= 1 - dt;
        p.trace[1] = p.speed * p.trace[0];
        p.mass = p.speed * 2;
        Particle other = p;
        other.speed += dt;
        return p.speed * p.mass + p.weight;
    }

    @Differentiable
    static double made(double x, double y) {
        Particle p = new Particle(new Vec(x, y), y * 2, 3);
        p.speed += x;
        Particle[] all = {p, new Particle(new Vec(y, 1), x, 2)};
        all[1].speed *= all[0].speed;
        all[0] = all[1];
        Vec[] vectors = new Vec[2];
        vectors[0] = new Vec(x, x);
        vectors[1] = vectors[0];
        return all[0].speed * all[0].mass + p.trace.length * vectors[1].y();
    }

    @Differentiable
    static double many(Vec[] vs, double x) {
        double sum = 0;
        for (Vec v : vs) {
            sum += v.x() * v.y() * x;
        }
        vs[0] = new Vec(sum, 1);
        Vec[] copy = vs.clone();
        copy[1] = vs[0];
        return sum * copy[1].x() * vs[2].y();
    }

    private static Vec twice(Vec v) {
        return new Vec(2 * v.x(), 2 * v.y());
    }

    private static void accelerate(Particle p, double by) {
        p.speed = p.speed + by;
    }

    @Differentiable
    static double helpers(Vec v, Particle p, @Constant Particle c) {
        accelerate(p, v.x());
        accelerate(p, 2);
        double sum = twice(v).y() + twice(new Vec(1, 2)).x() * p.speed;
        return sum + v.dot(twice(v)) * c.speed + v.dot(c.position) + p.energy();
    }

    @Differentiable
    static Vec pick(Vec v, Vec w, int n) {
        if (n == 0) {
            return v;
        }
        Vec r = n == 1 ? w : new Vec(v.x(), w.y());
        return r;
    }

    @Differentiable
    static double segment(Segment s, double t) {
        Vec p = s.from();
        Segment back = new Segment(s.to(), s.from(), s.name());
        return p.x() + t * (back.from().x() - p.x()) * s.width() + s.at(t).y();
    }

    @Differentiable
    static double checked(double x, int n) {
        Positive p = new Positive(x + n - 1);
        return p.value() * p.value();
    }

    @Differentiable
    static double computed(double x, double y) {
        Normal n = new Normal(x, y);
        return n.first * n.second + new Normal(x).second;
    }

    @Differentiable
    static double lagging(double x, double y) {
        Lagging lag = new Lagging(x);
        lag.last = lag.now * y;
        lag.where = new Vec(x, y);
        return lag.now * lag.last * lag.where.x();
    }

    @Differentiable
    static double linked(double x, double y) {
        Node node = new Node(x, new Node(y, null));
        node.next.next = new Node(x * y, node);
        node.next = node.next.next;
        return node.value * node.next.value;
    }
}

@Differentiable
record Vec(double x, double y) {
    @Differentiable
    double dot(Vec other) {
        return x * other.x + y * other.y();
    }
}

@Differentiable
record Segment(Vec from, Vec to, String name, @Constant double width) {
    Segment(Vec from, Vec to, String name) {
        this(from, to, name, 2);
    }

    @Differentiable
    Vec at(double t) {
        return new Vec(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
    }
}

@Differentiable
record Positive(double value) {
    Positive {
        if (value <= 0) {
            throw new IllegalArgumentException("not positive: " + value);
        }
    }
}

@Differentiable
final class Particle {
    Vec position;
    double speed;
    double mass = 1;
    @Constant double weight;
    double[] trace = new double[3];

    Particle(Vec position, double speed, double weight) {
        this.position = position;
        this.speed = speed;
        this.weight = weight;
    }

    @Differentiable
    double energy() {
        return 0.5 * mass * speed * speed;
    }
}

@Differentiable
final class Normal {
    double first;
    double second;

    Normal(double x, double y) {
        double length = Math.hypot(x, y);
        first = x / length;
        second = y / length;
    }

    Normal(double x) {
        this(x, 2);
    }
}

@Differentiable
final class Lagging {
    double now;
    double last;
    Vec where;

    Lagging(double now) {
        this.now = now;
    }
}

@Differentiable
final class Node {
    double value;
    Node next;

    Node(double value, Node next) {
        this.value = value;
        this.next = next;
    }
}
