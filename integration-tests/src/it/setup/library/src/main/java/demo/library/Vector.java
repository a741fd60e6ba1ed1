package demo.library;

import io.github.pushforward.Differentiable;

/** A record that carries derivatives, for classes of other jars too. */
@Differentiable
public record Vector(double x, double y) {
    @Differentiable
    public Vector turned(double angle) {
        return new Vector(x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle));
    }

    @Differentiable
    public double dot(Vector other) {
        return x * other.x + y * other.y;
    }
}
