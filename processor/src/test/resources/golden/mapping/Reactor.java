package golden;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Reactor {
    private Reactor() {}

    @Differentiable
    static void rates(double[] amounts, @Constant double time, double heat, double[] rates) {
        double speed = heat * Math.exp(-time);
        rates[0] = -speed * amounts[0];
        rates[1] = speed * amounts[0] - amounts[1];
    }

    @Differentiable
    static double[][] mix(double[][] parts, double share, @Constant int[] uses) {
        double[] first = parts[0];
        parts[0] = parts[1];
        parts[1] = first;
        uses[0]++;
        return new double[][] {{share * first[0], first[1]}, {}};
    }
}
