package io.github.pushforward.acceptance;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Numbers and arrays of any rank, one after another and row by row. */
public final class Flat {

    private Flat() {}

    public static double[] of(Object... parts) {
        return Arrays.stream(parts).flatMapToDouble(Flat::stream).toArray();
    }

    private static DoubleStream stream(Object part) {
        if (part instanceof Double number) {
            return DoubleStream.of(number);
        }
        if (part instanceof double[] array) {
            return DoubleStream.of(array);
        }
        return Arrays.stream((Object[]) part).flatMapToDouble(Flat::stream);
    }
}
