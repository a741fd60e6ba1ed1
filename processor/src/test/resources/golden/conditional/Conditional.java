package golden;

import io.github.pushforward.Differentiable;

final class Conditional {
    private Conditional() {}

    /** The Huber loss. */
    @Differentiable
    static double huber(double residual, double width) {
        double size = Math.abs(residual);
        if (size <= width) {
            return 0.5 * residual * residual;
        }
        return width * (size - 0.5 * width);
    }

    @Differentiable
    static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    @Differentiable
    static double lazy(double x, double y) {
        double z = x > 0 && Math.sqrt(x) < y ? y : 1;
        return z * Math.max(x, y);
    }
}
