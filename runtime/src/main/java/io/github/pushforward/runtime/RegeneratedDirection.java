package io.github.pushforward.runtime;

/** A direction that is drawn again from its seed, a part at a time: no memory but that of the part. */
final class RegeneratedDirection implements DirectionParts {

    private final StandardDirections law;
    private final int n;
    private final double[] part;
    private final SplitMix random = new SplitMix(0L);
    private double prepared;

    /** @param part scratch for a part, which several directions may share */
    RegeneratedDirection(StandardDirections law, int n, double[] part) {
        this.law = law;
        this.n = n;
        this.part = part;
    }

    /** Begins again, with the direction of a seed. */
    void restart(long seed) {
        random.restart(seed);
        prepared = law.prepare(n, random);
    }

    @Override
    public void addNext(double factor, double[] sum, int offset, int length) {
        law.part(part, offset, length, n, prepared, random);
        for (int i = 0; i < length; i++) {
            sum[i] += factor * part[i];
        }
    }
}
