package golden;

import io.github.pushforward.Differentiable;

final class Kernels {
    enum Kernel {
        LINEAR,
        SQUARE,
        GAUSSIAN
    }

    @Differentiable
    static double value(double distance, double width, Kernel kernel) {
        double scaled = distance / width;
        return switch (kernel) {
            case LINEAR -> 1 - scaled;
            case SQUARE -> {
                double square = scaled * scaled;
                yield Math.max(0, 1 - square);
            }
            default -> Math.exp(-scaled * scaled / 2);
        };
    }

    @Differentiable
    @SuppressWarnings("fallthrough")
    static double polynomial(double x, int degree, double[] c) {
        int terms = switch (degree) {
            case 0 -> 1;
            default -> degree + 1;
        };
        double y = 0;
        switch (terms) {
            case 3:
                y = c[2] * x;
            case 2:
                y = (y + c[1]) * x;
            case 1:
                y += c[0];
                break;
            default:
                throw new IllegalArgumentException("degree " + degree);
        }
        double scale = 2 * switch (degree) { case 1 -> x; default -> 1; };
        return scale * y;
    }
}
