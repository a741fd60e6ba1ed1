package io.github.pushforward.acceptance.adbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.acceptance.Flat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss of a recurrent network and its gradient, of 266 or 490 components, against ADBench's. */
class LstmTest {

    @ParameterizedTest
    @ValueSource(strings = {"l2_c1024", "l4_c1024"})
    void agreesWithAdbench(String instance) {
        check(instance);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"l2_c4096", "l4_c4096"})
    void agreesWithAdbenchOnLongSequences(String instance) {
        check(instance);
    }

    private static void check(String instance) {
        Golden golden = Golden.of("lstm_" + instance);
        Numbers in = Numbers.of("lstm/lstm_" + instance + ".txt");
        int layerCount = in.integer();
        int characters = in.integer();
        int bits = in.integer();
        double[][][] layers = in.matrices(layerCount, 8, bits);
        double[][] outer = in.matrix(3, bits);
        double[][][] state = in.matrices(layerCount, 2, bits);
        double[][] sequence = in.matrix(characters, bits);

        LstmGradient.LossGradient gradient = LstmGradient.loss(layers, outer, state, sequence);

        assertThat(gradient.value()).isEqualTo(Lstm.loss(layers, outer, state, sequence));
        golden.assertAgrees("F", gradient.value());
        golden.assertAgrees("J", Flat.of(gradient.layers(), gradient.outer()));
    }
}
