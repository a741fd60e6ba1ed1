package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitMixTest {

    @ParameterizedTest
    @ValueSource(longs = {0L, 1L, 42L, -1L, Long.MIN_VALUE, 0x123456789abcdefL})
    void givesTheNumbersOfSplittableRandom(long seed) {
        SplittableRandom expected = new SplittableRandom(seed);
        SplitMix random = new SplitMix(seed);
        for (int draw = 0; draw < 1_000; draw++) {
            assertThat(random.nextLong()).isEqualTo(expected.nextLong());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0L, 42L, -7L})
    void itsStateIsTheSeedOfAGeneratorThatGoesOn(long seed) {
        SplitMix random = new SplitMix(seed);
        SplitMix restarted = new SplitMix(0L);
        for (int draw = 0; draw < 100; draw++) {
            SplittableRandom next = new SplittableRandom(random.state());
            restarted.restart(random.state());
            long number = random.nextLong();
            assertThat(next.nextLong()).isEqualTo(number);
            assertThat(restarted.nextLong()).isEqualTo(number);
        }
    }
}
