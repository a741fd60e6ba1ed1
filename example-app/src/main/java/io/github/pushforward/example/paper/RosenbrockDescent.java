package io.github.pushforward.example.paper;

import io.github.pushforward.example.model.TestFunctionBackprop;
import io.github.pushforward.example.model.TestFunctions;
import io.github.pushforward.example.model.TestFunctionsTangent;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.Dual;

/** On Rosenbrock's function, from where the paper begins. */
final class RosenbrockDescent extends FunctionDescent {

    static final double START_X = -1;
    static final double START_Y = 0;
    static final double ETA = 5e-4;

    RosenbrockDescent(long seed) {
        super(START_X, START_Y, ETA, seed);
    }

    @Override
    void forward(long steps) {
        Directions law = Directions.gaussian();
        for (long step = 0; step < steps; step++) {
            law.draw(v, random);
            Dual dual = TestFunctionsTangent.rosenbrock(x, y, v[0], v[1]);
            double length = eta * dual.tangent();
            x -= length * v[0];
            y -= length * v[1];
        }
    }

    @Override
    void backprop(long steps) {
        for (long step = 0; step < steps; step++) {
            TestFunctionBackprop.rosenbrock(x, y, v);
            x -= eta * v[0];
            y -= eta * v[1];
        }
    }

    @Override
    double evaluate(long times) {
        double value = 0;
        for (long time = 0; time < times; time++) {
            value = TestFunctions.rosenbrock(x + NEGLIGIBLE * value, y + NEGLIGIBLE * value);
        }
        return value;
    }

    @Override
    double value() {
        return TestFunctions.rosenbrock(x, y);
    }
}
