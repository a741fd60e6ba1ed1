package demo.modular;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.ForwardGradientDescent;
import io.github.pushforward.runtime.LearningRate;

public final class Well {
    private Well() {}

    @Differentiable(order = 2)
    public static double depth(double[] x, @Constant double[] center) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - center[i];
            sum += d * d;
        }
        return sum;
    }

    /** Descends by forward gradients. */
    public static double[] bottom(double[] center) {
        DifferentiableFunction depth = WellGradient.depthFunction(new double[center.length], center);
        return ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(0.05))
                .steps(2_000)
                .seed(7)
                .build()
                .minimize(depth)
                .point();
    }
}
