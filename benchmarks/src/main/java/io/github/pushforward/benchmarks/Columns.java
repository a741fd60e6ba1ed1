package io.github.pushforward.benchmarks;

import java.util.List;
import java.util.Map;

/** The columns of the table, and what each is to reach. */
final class Columns {

    static final List<Ratio> ALL = List.of(
            new Ratio("tangent ÷ primal", "tangent", "primal")
                    .toReach(Goal.atMost().each(3).mean(1.75)),
            new Ratio("tangent ÷ hand tangent", "tangent", "handTangent")
                    .toReach(Goal.atMost().each(1.05)),
            new Ratio("hand tangent ÷ primal", "handTangent", "primal"),
            new Ratio("exact ÷ primal ÷ n", "exact", "primal")
                    .forEachInput()
                    .toReach(Goal.atMost().mean(0.8, "K2", "K3", "K4", "K5", "K6", "K9")),
            new Ratio("exact ÷ n passes", "exact", "unitPasses"),
            new Ratio("exact ÷ hand gradient", "exact", "handGradient"),
            new Ratio("Hipparchus Gradient ÷ exact", "hipparchusGradient", "exact")
                    .toReach(Goal.atLeast().each(2).mean(6)),
            new Ratio("DerivativeStructure ÷ exact", "derivativeStructure", "exact"),
            new Ratio("UnivariateDerivative1 ÷ tangent", "univariateDerivative1", "tangent")
                    .toReach(Goal.atLeast().each(2.4).mean(4.3)),
            new Ratio("forward gradient ÷ primal", "forwardGradient", "primal")
                    .toReach(Goal.atMost().on(Map.of("K7", 1.35, "K8", 1.8))),
            new Ratio("backprop ÷ primal", "backprop", "primal"),
            new Ratio("forward gradient ÷ backprop", "forwardGradient", "backprop"));

    private Columns() {}
}
