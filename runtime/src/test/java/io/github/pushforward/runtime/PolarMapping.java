package io.github.pushforward.runtime;

import java.util.Arrays;

/** (r, φ) ↦ (r cos φ, r sin φ, r²), differentiated by hand, over a flat view as it is generated. */
class PolarMapping extends FlatMapping {
    int primals;
    int passes;

    private double r;
    private double phi;
    private double rTangent;
    private double phiTangent;
    private double[] result = {};
    private double[] resultTangent = {};

    PolarMapping(double r, double phi) {
        super(new double[] {r, phi});
    }

    static double[][] jacobian(double r, double phi) {
        return new double[][] {
            {Math.cos(phi), -r * Math.sin(phi)},
            {Math.sin(phi), r * Math.cos(phi)},
            {2 * r, 0}
        };
    }

    static double[] values(double r, double phi) {
        return new double[] {r * Math.cos(phi), r * Math.sin(phi), r * r};
    }

    /** How many outputs a run gives. */
    int outputs(double radius) {
        return 3;
    }

    @Override
    protected void enter(double[] point) {
        r = point[0];
        phi = point[1];
    }

    @Override
    protected void direct(double[] direction) {
        rTangent = direction[0];
        phiTangent = direction[1];
    }

    @Override
    protected void primal() {
        primals++;
        result = Arrays.copyOf(values(r, phi), outputs(r));
    }

    @Override
    protected void tangent() {
        passes++;
        double[][] jacobian = jacobian(r, phi);
        result = Arrays.copyOf(values(r, phi), outputs(r));
        resultTangent = new double[result.length];
        for (int i = 0; i < Math.min(3, result.length); i++) {
            resultTangent[i] = jacobian[i][0] * rTangent + jacobian[i][1] * phiTangent;
        }
    }

    @Override
    protected int size() {
        return Packing.size(result);
    }

    @Override
    protected void values(double[] y) {
        Packing.pack(result, y, 0);
    }

    @Override
    protected void tangents(double[] yTangent) {
        Packing.pack(resultTangent, yTangent, 0);
    }
}
