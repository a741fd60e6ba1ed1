package io.github.pushforward.runtime;

/** f(x) = ½ Σ a_i (x_i − c_i)², differentiated by hand; allocates nothing in a pass but the dual. */
class Quadratic implements DifferentiableFunction {

    private final double[] curvature;
    private final double[] center;

    Quadratic(double[] curvature, double[] center) {
        this.curvature = curvature;
        this.center = center;
    }

    /** In n dimensions, with curvatures from 1 to 3 and a center and a start where no component of the gradient is 0. */
    static Quadratic of(int n) {
        double[] curvature = new double[n];
        double[] center = new double[n];
        for (int i = 0; i < n; i++) {
            curvature[i] = 1.0 + 2.0 * i / Math.max(1, n - 1);
            center[i] = Math.cos(i);
        }
        return new Quadratic(curvature, center);
    }

    double[] center() {
        return center;
    }

    @Override
    public int dimension() {
        return center.length;
    }

    @Override
    public double[] start() {
        double[] start = new double[center.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = 2.0 + Math.sin(3.0 * i);
        }
        return start;
    }

    @Override
    public double value(double[] x) {
        double value = 0.0;
        for (int i = 0; i < x.length; i++) {
            double r = x[i] - center[i];
            value += 0.5 * curvature[i] * r * r;
        }
        return value;
    }

    @Override
    public Dual along(double[] x, double[] v) {
        return new Dual(value(x), tangent(x, v));
    }

    double tangent(double[] x, double[] v) {
        double tangent = 0.0;
        for (int i = 0; i < x.length; i++) {
            tangent += curvature[i] * (x[i] - center[i]) * v[i];
        }
        return tangent;
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        for (int i = 0; i < x.length; i++) {
            gradient[i] = curvature[i] * (x[i] - center[i]);
        }
        return value(x);
    }
}
