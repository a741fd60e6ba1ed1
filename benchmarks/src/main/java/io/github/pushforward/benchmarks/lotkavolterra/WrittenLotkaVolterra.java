package io.github.pushforward.benchmarks.lotkavolterra;

import io.github.pushforward.runtime.Dual;

/** {@link LotkaVolterra}, differentiated by hand. */
final class WrittenLotkaVolterra {

    private WrittenLotkaVolterra() {}

    static Dual tangent(
            double birth,
            double hunt,
            double growth,
            double death,
            double dt,
            int steps,
            double birthTangent,
            double huntTangent,
            double growthTangent,
            double deathTangent) {
        double half = 0.5 * dt;
        double sixth = dt / 6;
        double x = 10;
        double y = 5;
        double xTangent = 0;
        double yTangent = 0;
        for (int i = 0; i < steps; i++) {
            double perPrey = birth - hunt * y;
            double perPredator = growth * x - death;
            double kx1 = x * perPrey;
            double ky1 = y * perPredator;
            double kx1Tangent = xTangent * perPrey + x * (birthTangent - huntTangent * y - hunt * yTangent);
            double ky1Tangent = yTangent * perPredator + y * (growthTangent * x + growth * xTangent - deathTangent);

            double x2 = x + half * kx1;
            double y2 = y + half * ky1;
            double x2Tangent = xTangent + half * kx1Tangent;
            double y2Tangent = yTangent + half * ky1Tangent;
            double perPrey2 = birth - hunt * y2;
            double perPredator2 = growth * x2 - death;
            double kx2 = x2 * perPrey2;
            double ky2 = y2 * perPredator2;
            double kx2Tangent = x2Tangent * perPrey2 + x2 * (birthTangent - huntTangent * y2 - hunt * y2Tangent);
            double ky2Tangent =
                    y2Tangent * perPredator2 + y2 * (growthTangent * x2 + growth * x2Tangent - deathTangent);

            double x3 = x + half * kx2;
            double y3 = y + half * ky2;
            double x3Tangent = xTangent + half * kx2Tangent;
            double y3Tangent = yTangent + half * ky2Tangent;
            double perPrey3 = birth - hunt * y3;
            double perPredator3 = growth * x3 - death;
            double kx3 = x3 * perPrey3;
            double ky3 = y3 * perPredator3;
            double kx3Tangent = x3Tangent * perPrey3 + x3 * (birthTangent - huntTangent * y3 - hunt * y3Tangent);
            double ky3Tangent =
                    y3Tangent * perPredator3 + y3 * (growthTangent * x3 + growth * x3Tangent - deathTangent);

            double x4 = x + dt * kx3;
            double y4 = y + dt * ky3;
            double x4Tangent = xTangent + dt * kx3Tangent;
            double y4Tangent = yTangent + dt * ky3Tangent;
            double perPrey4 = birth - hunt * y4;
            double perPredator4 = growth * x4 - death;
            double kx4Tangent = x4Tangent * perPrey4 + x4 * (birthTangent - huntTangent * y4 - hunt * y4Tangent);
            double ky4Tangent =
                    y4Tangent * perPredator4 + y4 * (growthTangent * x4 + growth * x4Tangent - deathTangent);

            x += sixth * (kx1 + 2 * kx2 + 2 * kx3 + x4 * perPrey4);
            y += sixth * (ky1 + 2 * ky2 + 2 * ky3 + y4 * perPredator4);
            xTangent += sixth * (kx1Tangent + 2 * kx2Tangent + 2 * kx3Tangent + kx4Tangent);
            yTangent += sixth * (ky1Tangent + 2 * ky2Tangent + 2 * ky3Tangent + ky4Tangent);
        }
        return new Dual(x, xTangent);
    }

    /** Writes the gradient, returns the value: a run that keeps its states, then from the last step back to the first. */
    static double gradient(
            double birth, double hunt, double growth, double death, double dt, int steps, double[] gradient) {
        double[] xs = new double[steps + 1];
        double[] ys = new double[steps + 1];
        run(birth, hunt, growth, death, dt, xs, ys);
        double half = 0.5 * dt;
        double sixth = dt / 6;
        double birthAdjoint = 0;
        double huntAdjoint = 0;
        double growthAdjoint = 0;
        double deathAdjoint = 0;
        double xAdjoint = 1;
        double yAdjoint = 0;
        for (int i = steps - 1; i >= 0; i--) {
            double x = xs[i];
            double y = ys[i];
            double perPrey = birth - hunt * y;
            double perPredator = growth * x - death;
            double x2 = x + half * (x * perPrey);
            double y2 = y + half * (y * perPredator);
            double perPrey2 = birth - hunt * y2;
            double perPredator2 = growth * x2 - death;
            double x3 = x + half * (x2 * perPrey2);
            double y3 = y + half * (y2 * perPredator2);
            double perPrey3 = birth - hunt * y3;
            double perPredator3 = growth * x3 - death;
            double x4 = x + dt * (x3 * perPrey3);
            double y4 = y + dt * (y3 * perPredator3);
            double perPrey4 = birth - hunt * y4;
            double perPredator4 = growth * x4 - death;

            // Adjoints of the rates (kx, ky) at a stage; then of its state (sx, sy), through kx = x(birth − hunt·y), ky
            // = y(growth·x − death).
            double kx4 = sixth * xAdjoint;
            double ky4 = sixth * yAdjoint;
            double sx4 = kx4 * perPrey4 + ky4 * y4 * growth;
            double sy4 = ky4 * perPredator4 - kx4 * x4 * hunt;
            double kx3 = 2 * kx4 + dt * sx4;
            double ky3 = 2 * ky4 + dt * sy4;
            double sx3 = kx3 * perPrey3 + ky3 * y3 * growth;
            double sy3 = ky3 * perPredator3 - kx3 * x3 * hunt;
            double kx2 = 2 * kx4 + half * sx3;
            double ky2 = 2 * ky4 + half * sy3;
            double sx2 = kx2 * perPrey2 + ky2 * y2 * growth;
            double sy2 = ky2 * perPredator2 - kx2 * x2 * hunt;
            double kx1 = kx4 + half * sx2;
            double ky1 = ky4 + half * sy2;
            double sx1 = kx1 * perPrey + ky1 * y * growth;
            double sy1 = ky1 * perPredator - kx1 * x * hunt;

            birthAdjoint += kx1 * x + kx2 * x2 + kx3 * x3 + kx4 * x4;
            huntAdjoint -= kx1 * x * y + kx2 * x2 * y2 + kx3 * x3 * y3 + kx4 * x4 * y4;
            growthAdjoint += ky1 * y * x + ky2 * y2 * x2 + ky3 * y3 * x3 + ky4 * y4 * x4;
            deathAdjoint -= ky1 * y + ky2 * y2 + ky3 * y3 + ky4 * y4;
            xAdjoint += sx1 + sx2 + sx3 + sx4;
            yAdjoint += sy1 + sy2 + sy3 + sy4;
        }
        gradient[0] = birthAdjoint;
        gradient[1] = huntAdjoint;
        gradient[2] = growthAdjoint;
        gradient[3] = deathAdjoint;
        return xs[steps];
    }

    /** Writes every state, the first one included. */
    private static void run(
            double birth, double hunt, double growth, double death, double dt, double[] xs, double[] ys) {
        double half = 0.5 * dt;
        double sixth = dt / 6;
        double x = 10;
        double y = 5;
        xs[0] = x;
        ys[0] = y;
        for (int i = 1; i < xs.length; i++) {
            double kx1 = x * (birth - hunt * y);
            double ky1 = y * (growth * x - death);
            double x2 = x + half * kx1;
            double y2 = y + half * ky1;
            double kx2 = x2 * (birth - hunt * y2);
            double ky2 = y2 * (growth * x2 - death);
            double x3 = x + half * kx2;
            double y3 = y + half * ky2;
            double kx3 = x3 * (birth - hunt * y3);
            double ky3 = y3 * (growth * x3 - death);
            double x4 = x + dt * kx3;
            double y4 = y + dt * ky3;
            double kx4 = x4 * (birth - hunt * y4);
            double ky4 = y4 * (growth * x4 - death);
            x += sixth * (kx1 + 2 * kx2 + 2 * kx3 + kx4);
            y += sixth * (ky1 + 2 * ky2 + 2 * ky3 + ky4);
            xs[i] = x;
            ys[i] = y;
        }
    }
}
