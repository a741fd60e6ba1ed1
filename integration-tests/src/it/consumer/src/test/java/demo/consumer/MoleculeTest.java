package demo.consumer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import demo.library.Vector;
import demo.library.VectorTangent;
import org.junit.jupiter.api.Test;

/** Against derivatives by hand. */
class MoleculeTest {
    @Test
    void gradientThroughTheJar() {
        double[] bonds = {0.3, -0.2};
        var gradient = MoleculeGradient.energy(bonds, 1.5);

        assertEquals(Molecule.energy(bonds, 1.5), gradient.value());
        assertArrayEquals(new double[] {slope(0.3), slope(-0.2)}, gradient.bonds(), 1e-15);
    }

    private static double slope(double x) {
        return 2 * 1.5 * (1 - Math.exp(-x)) * Math.exp(-x);
    }

    @Test
    void hessianThroughTheJar() {
        double[][] hessian = MoleculeGradient.energyHessian(new double[] {0.3, -0.2}, 1.5);

        double e = Math.exp(-0.3);
        assertEquals(2 * 1.5 * (2 * e * e - e), hessian[0][0], 1e-15);
        assertEquals(0, hessian[0][1]);
    }

    @Test
    void arraysThatTheJarWritesTo() {
        double[] x = {1, 2, 4};
        var gradient = MoleculeGradient.scaledSum(x, 3);

        assertEquals(21, gradient.value());
        assertArrayEquals(new double[] {3, 3, 3}, gradient.x());
        assertEquals(7, gradient.factor());
        assertArrayEquals(new double[] {1, 2, 4}, x);
    }

    @Test
    void recordsOfTheJar() {
        Vector a = new Vector(2, 0);
        Vector b = new Vector(0, 3);
        var gradient = MoleculeGradient.overlap(a, b, 0);

        assertEquals(0, gradient.value());
        assertEquals(6, gradient.angle());
        assertEquals(new VectorTangent(0, 3), gradient.a());
        assertEquals(new VectorTangent(2, 0), gradient.b());
    }
}
