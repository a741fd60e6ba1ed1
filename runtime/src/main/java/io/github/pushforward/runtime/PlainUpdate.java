package io.github.pushforward.runtime;

/** The rule {@link UpdateRule#plain()}. */
final class PlainUpdate implements Update {

    static final UpdateRule INSTANCE = new UpdateRule() {
        @Override
        public Update start(int dimension) {
            return new PlainUpdate();
        }

        @Override
        public String toString() {
            return "UpdateRule.plain()";
        }
    };

    private double rate;

    private PlainUpdate() {}

    @Override
    public void begin(long step, double rate) {
        this.rate = rate;
    }

    @Override
    public void move(double[] gradient, int offset, int length, double[] point) {
        for (int i = 0; i < length; i++) {
            point[offset + i] -= rate * gradient[i];
        }
    }
}
