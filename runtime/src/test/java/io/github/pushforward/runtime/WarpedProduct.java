package io.github.pushforward.runtime;

/**
 * f(x, y, z) = x² y + sin(z), as a generated view of it would be: passes along one direction, and along two at once. Records how many
 * of each there were.
 */
final class WarpedProduct extends FlatFunction {
    private final double[] at = new double[3];
    private final double[] v = new double[3];
    private double[] lanes = {};
    private final boolean failsInLanes;
    int passes;
    int lanePasses;

    WarpedProduct(boolean failsInLanes) {
        super(new double[] {1, 2, 3});
        this.failsInLanes = failsInLanes;
    }

    @Override
    protected void enter(double[] point) {
        FlatReader reader = reader(point);
        for (int i = 0; i < at.length; i++) {
            at[i] = reader.number();
        }
    }

    @Override
    protected void direct(double[] direction) {
        System.arraycopy(direction, 0, v, 0, v.length);
    }

    @Override
    protected int lanes() {
        return 2;
    }

    @Override
    protected void directLanes(double[] directions) {
        lanes = laneReader(directions).numbers(new double[at.length]);
    }

    @Override
    protected double primal() {
        if (at[0] < 0) {
            throw new ArithmeticException("x is negative");
        }
        return at[0] * at[0] * at[1] + Math.sin(at[2]);
    }

    private double slope(double[] directions, int stride, int lane) {
        return 2 * at[0] * at[1] * directions[lane]
                + at[0] * at[0] * directions[stride + lane]
                + Math.cos(at[2]) * directions[2 * stride + lane];
    }

    @Override
    protected Dual tangent() {
        passes++;
        return new Dual(primal(), slope(v, 1, 0));
    }

    @Override
    protected double tangents(double[] derivatives) {
        lanePasses++;
        if (failsInLanes) {
            throw new StackOverflowError();
        }
        return new Dual2(primal(), slope(lanes, 2, 0), slope(lanes, 2, 1)).store(derivatives);
    }
}
