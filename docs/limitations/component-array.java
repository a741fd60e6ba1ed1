// From Java 21 on.
package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    record Table(double[] values) {}

    @Differentiable
    static double f(double x, Table table) {
        switch (table) {
            case Table(double[] values) -> values[0] = x;
        }
        return x * x;
    }
}
