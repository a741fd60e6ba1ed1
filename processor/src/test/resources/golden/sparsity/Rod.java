package golden;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Rod {
    private Rod() {}

    @Differentiable
    static double[] heating(double[] temperatures, double conductivity, @Constant double limit) {
        int n = temperatures.length;
        double[] rates = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            double left = i == 0 ? 0 : temperatures[i - 1];
            double right = i == n - 1 ? 0 : temperatures[i + 1];
            rates[i] = conductivity * (left - 2 * temperatures[i] + right);
            if (temperatures[i] > limit) {
                rates[i] -= loss(temperatures[i], limit);
            }
            total += rates[i];
        }
        rates[n - 1] = total;
        return rates;
    }

    static double loss(double temperature, double limit) {
        double square = temperature * temperature;
        return square * square - Math.pow(limit, 4);
    }
}
