package demo.consumer;

import demo.library.Potential;
import demo.library.Vector;
import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Calls into a jar: functions of numbers, one that writes to an array, and methods of a record. */
final class Molecule {
    private Molecule() {}

    @Differentiable(order = 2)
    static double energy(double[] bonds, @Constant double depth) {
        double energy = 0;
        for (double bond : bonds) {
            energy += Potential.morse(bond, depth);
        }
        return energy;
    }

    @Differentiable
    static double scaledSum(double[] x, double factor) {
        double[] scaled = x.clone();
        Potential.scale(scaled, factor);
        double sum = 0;
        for (double value : scaled) {
            sum += value;
        }
        return sum;
    }

    @Differentiable
    static double overlap(Vector a, Vector b, double angle) {
        return a.turned(angle).dot(b);
    }
}
