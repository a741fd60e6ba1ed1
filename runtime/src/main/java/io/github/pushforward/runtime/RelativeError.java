package io.github.pushforward.runtime;

/** How far a derivative is from what it is checked against, relative to what the check can resolve. */
final class RelativeError {
    private static final double OF_LARGEST = 1e-3;
    private static final double OF_VALUE = 1e-5;

    private RelativeError() {}

    /**
     * Of one component, as {@link GradientCheck} defines it.
     *
     * @param largest the largest component of the same gradient, see {@link #largest}
     * @param value the value of the function
     * @param x the input that the component belongs to
     */
    static double ofComponent(double exact, double difference, double largest, double value, double x) {
        double ofValue = Math.abs(value) / Math.max(1.0, Math.abs(x));
        return of(exact, difference, Math.max(OF_LARGEST * largest, OF_VALUE * ofValue));
    }

    /** Of a derivative along v, from one pass, against the sum of products: relative to the sum of their magnitudes. */
    static double ofProduct(double tangent, double[] gradient, double[] v) {
        double product = 0.0;
        double magnitude = 0.0;
        for (int i = 0; i < v.length; i++) {
            product += gradient[i] * v[i];
            magnitude += Math.abs(gradient[i] * v[i]);
        }
        return of(tangent, product, magnitude);
    }

    /** The largest magnitude of a finite component. */
    static double largest(double[] gradient) {
        double largest = 0.0;
        for (double component : gradient) {
            if (Double.isFinite(component)) {
                largest = Math.max(largest, Math.abs(component));
            }
        }
        return largest;
    }

    /** Of two numbers, to the larger of them or to {@code scale}; infinite where one of the three is not finite. */
    static double of(double a, double b, double scale) {
        if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(scale)) {
            return Double.POSITIVE_INFINITY;
        }
        double distance = Math.abs(a - b);
        return distance == 0.0 ? 0.0 : distance / Math.max(scale, Math.max(Math.abs(a), Math.abs(b)));
    }
}
