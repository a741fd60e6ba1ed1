package io.github.pushforward.example;

import io.github.pushforward.TangentOf;
import io.github.pushforward.runtime.Dual;
import org.hipparchus.special.Gamma;

/** The derivatives of what Hipparchus computes and nobody here can annotate. */
final class GammaRules {

    private GammaRules() {}

    /** (log Γ)′ = ψ, the digamma function. */
    @TangentOf(type = Gamma.class, method = "logGamma")
    static Dual logGamma(double x, double xTangent) {
        return new Dual(Gamma.logGamma(x), Gamma.digamma(x) * xTangent);
    }
}
