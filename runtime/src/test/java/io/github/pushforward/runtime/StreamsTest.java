package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is checked before the elements come, against the streams of the JDK. */
class StreamsTest {

    private static void same(ThrowingCallable ours, ThrowingCallable theirs) {
        Throwable expected = catchThrowable(theirs);
        Throwable actual = catchThrowable(ours);
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isExactlyInstanceOf(expected.getClass()).hasMessage(expected.getMessage());
        }
    }

    @Test
    void ranges() {
        for (int from = -1; from <= 4; from++) {
            for (int to = -1; to <= 4; to++) {
                int first = from;
                int end = to;
                same(
                        () -> Streams.checkRange(3, first, end),
                        () -> Arrays.stream(new double[3], first, end).sum());
            }
        }
    }

    @Test
    void counts() {
        for (long count : new long[] {0, 1, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            same(() -> Streams.checkCount(count), () -> DoubleStream.of(1).limit(count));
            same(() -> Streams.checkCount(count), () -> DoubleStream.of(1).skip(count));
        }
        assertThat(Streams.checkCount(7)).isEqualTo(7);
    }

    @Test
    void lengths() {
        for (int to = -3; to <= 3; to++) {
            assertThat(Streams.length(-1, to)).isEqualTo(IntStream.range(-1, to).toArray().length);
        }
        assertThat(Streams.length(3, Long.MIN_VALUE)).isZero();
        assertThat(catchThrowable(() -> Streams.length(0, Integer.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(() -> Streams.length(Long.MIN_VALUE, Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
