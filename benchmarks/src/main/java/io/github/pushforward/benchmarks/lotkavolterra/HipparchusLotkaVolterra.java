package io.github.pushforward.benchmarks.lotkavolterra;

import org.hipparchus.CalculusFieldElement;

/** {@link LotkaVolterra} over the fields of Hipparchus. */
final class HipparchusLotkaVolterra {

    private HipparchusLotkaVolterra() {}

    static <T extends CalculusFieldElement<T>> T prey(T birth, T hunt, T growth, T death, double dt, int steps) {
        T prey = birth.newInstance(10);
        T predators = birth.newInstance(5);
        for (int i = 0; i < steps; i++) {
            T prey1 = preyRate(prey, predators, birth, hunt);
            T predators1 = predatorRate(prey, predators, growth, death);
            T x2 = prey.add(prey1.multiply(0.5 * dt));
            T y2 = predators.add(predators1.multiply(0.5 * dt));
            T prey2 = preyRate(x2, y2, birth, hunt);
            T predators2 = predatorRate(x2, y2, growth, death);
            T x3 = prey.add(prey2.multiply(0.5 * dt));
            T y3 = predators.add(predators2.multiply(0.5 * dt));
            T prey3 = preyRate(x3, y3, birth, hunt);
            T predators3 = predatorRate(x3, y3, growth, death);
            T x4 = prey.add(prey3.multiply(dt));
            T y4 = predators.add(predators3.multiply(dt));
            T prey4 = preyRate(x4, y4, birth, hunt);
            T predators4 = predatorRate(x4, y4, growth, death);
            prey = prey.add(mean(prey1, prey2, prey3, prey4).multiply(dt));
            predators = predators.add(
                    mean(predators1, predators2, predators3, predators4).multiply(dt));
        }
        return prey;
    }

    private static <T extends CalculusFieldElement<T>> T preyRate(T prey, T predators, T birth, T hunt) {
        return prey.multiply(birth.subtract(hunt.multiply(predators)));
    }

    private static <T extends CalculusFieldElement<T>> T predatorRate(T prey, T predators, T growth, T death) {
        return predators.multiply(growth.multiply(prey).subtract(death));
    }

    private static <T extends CalculusFieldElement<T>> T mean(T k1, T k2, T k3, T k4) {
        return k2.add(k3).multiply(2).add(k1).add(k4).multiply(1.0 / 6);
    }
}
