package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Methods that are found by the class of their object. */
final class Dispatching {
    private Dispatching() {}

    @Differentiable
    static double area(Shape shape, double scale) {
        return shape.area() * scale * scale;
    }

    @Differentiable
    static double known(double r) {
        Shape disc = new Disc(r);
        Disc own = new Disc(r * r);
        return disc.area() + own.area() + own.halved();
    }

    @Differentiable
    static double pricing(@Constant Pricer pricer, double x) {
        return pricer.price(x) * x + pricer.twice(x);
    }

    @Differentiable
    static double dearer(@Constant Dear pricer, double x) {
        return pricer.price(x);
    }

    @Differentiable
    static double among(Shape[] shapes) {
        double sum = 0;
        for (int i = 0; i < shapes.length; i++) {
            sum += shapes[i].area();
        }
        return sum;
    }

    @Differentiable
    static double tested(Shape shape, double x) {
        if (shape instanceof Disc disc) {
            return disc.radius() * x;
        }
        Box box = (Box) shape;
        return box.width() * x + box.height();
    }
}

@Differentiable
sealed interface Shape permits Disc, Box {
    @Differentiable
    double area();

    default double halved() {
        return area() / 2;
    }
}

@Differentiable
record Disc(double radius) implements Shape {
    @Differentiable
    public double area() {
        return Math.PI * radius * radius;
    }
}

@Differentiable
record Box(double width, double height) implements Shape {
    @Differentiable
    public double area() {
        return width * height;
    }
}

class Pricer {
    double rate = 0.5;

    @Differentiable
    double price(double x) {
        return rate * x * x;
    }

    @Differentiable
    final double twice(double x) {
        return 2 * price(x);
    }
}

class Dear extends Pricer {
    @Override
    @Differentiable
    double price(double x) {
        return super.price(x) + Math.exp(x);
    }
}

class Cheap extends Pricer {
    @Override
    @Differentiable
    double price(double x) {
        return Math.sqrt(x);
    }
}
