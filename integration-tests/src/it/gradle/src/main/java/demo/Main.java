package demo;

import io.github.pushforward.Differentiable;
import io.github.pushforward.runtime.Dual8;
import java.util.Arrays;

final class Main {
    private Main() {}

    @Differentiable
    static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    public static void main(String[] arguments) {
        double[] gradient = MainGradient.norm(new double[] {3, 4}).x();
        boolean eight = Arrays.stream(MainLanes.class.getDeclaredMethods())
                .anyMatch(method -> method.getReturnType() == Dual8.class);
        System.out.println("gradient " + gradient[0] + " " + gradient[1] + " in lanes of 8: " + eight);
    }
}
