package io.github.pushforward.acceptance.adbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.acceptance.Flat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log likelihood of a Gaussian mixture and its gradient, of 18 to 660 components, against ADBench's. */
class GmmTest {

    @ParameterizedTest
    @ValueSource(strings = {"test", "gmm_d2_K5", "gmm_d2_K10", "gmm_d2_K25", "gmm_d10_K5", "gmm_d10_K10"})
    void agreesWithAdbench(String instance) {
        Golden golden = Golden.of("gmm_" + instance);
        Numbers in = Numbers.of("gmm/" + instance + ".txt");
        int dimension = in.integer();
        int components = in.integer();
        int n = in.integer();
        double[] alphas = in.array(components);
        double[][] means = in.matrix(components, dimension);
        double[][] icf = in.matrix(components, dimension * (dimension + 1) / 2);
        double[][] points = in.matrix(n, dimension);
        double gamma = in.number();
        int m = in.integer();

        GmmGradient.LogLikelihoodGradient gradient = GmmGradient.logLikelihood(alphas, means, icf, points, gamma, m);

        assertThat(gradient.value()).isEqualTo(Gmm.logLikelihood(alphas, means, icf, points, gamma, m));
        golden.assertAgrees("F", gradient.value());
        golden.assertAgrees("J", Flat.of(gradient.alphas(), gradient.means(), gradient.icf()));
    }
}
