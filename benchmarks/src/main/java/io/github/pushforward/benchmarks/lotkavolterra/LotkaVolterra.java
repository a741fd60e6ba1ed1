package io.github.pushforward.benchmarks.lotkavolterra;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Predators and prey, by the classical Runge–Kutta method. */
final class LotkaVolterra {

    private LotkaVolterra() {}

    /** The prey that is there at the end. */
    @Differentiable
    static double prey(double birth, double hunt, double growth, double death, @Constant double dt, int steps) {
        double prey = 10;
        double predators = 5;
        for (int i = 0; i < steps; i++) {
            double prey1 = preyRate(prey, predators, birth, hunt);
            double predators1 = predatorRate(prey, predators, growth, death);
            double x2 = prey + 0.5 * dt * prey1;
            double y2 = predators + 0.5 * dt * predators1;
            double prey2 = preyRate(x2, y2, birth, hunt);
            double predators2 = predatorRate(x2, y2, growth, death);
            double x3 = prey + 0.5 * dt * prey2;
            double y3 = predators + 0.5 * dt * predators2;
            double prey3 = preyRate(x3, y3, birth, hunt);
            double predators3 = predatorRate(x3, y3, growth, death);
            double x4 = prey + dt * prey3;
            double y4 = predators + dt * predators3;
            double prey4 = preyRate(x4, y4, birth, hunt);
            double predators4 = predatorRate(x4, y4, growth, death);
            prey += dt / 6 * (prey1 + 2 * prey2 + 2 * prey3 + prey4);
            predators += dt / 6 * (predators1 + 2 * predators2 + 2 * predators3 + predators4);
        }
        return prey;
    }

    private static double preyRate(double prey, double predators, double birth, double hunt) {
        return prey * (birth - hunt * predators);
    }

    private static double predatorRate(double prey, double predators, double growth, double death) {
        return predators * (growth * prey - death);
    }
}
