package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    record Signal(double[] samples) {
        Signal {
            samples[0] = 0;
        }
    }

    @Differentiable
    static double f(double[] x) {
        return new Signal(x).samples()[1];
    }
}
