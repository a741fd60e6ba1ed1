package demo.modular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pushforward.runtime.Dual;
import java.lang.module.ModuleDescriptor;
import org.junit.jupiter.api.Test;

/** Runs in the module. */
class WellTest {
    @Test
    void derivatives() {
        double[] center = {1, -2, 3};

        assertArrayEquals(new double[] {-2, 4, -6}, WellGradient.depth(new double[3], center).x());
        assertEquals(2, WellGradient.depthHessian(new double[3], center)[1][1]);
        assertArrayEquals(center, Well.bottom(center), 1e-6);
    }

    /** Modules with names of their own, and none that is made up from the name of a jar. */
    @Test
    void modules() {
        Module own = Well.class.getModule();
        Module runtime = Dual.class.getModule();

        assertTrue(own.isNamed(), "the tests are not run in the module");
        assertEquals("io.github.pushforward.runtime", runtime.getName());
        assertFalse(runtime.getDescriptor().isAutomatic());
        assertTrue(runtime.canRead(ModuleLayer.boot().findModule("io.github.pushforward").orElseThrow()));
        assertTrue(runtime.getDescriptor().requires().stream()
                .filter(required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .allMatch(name -> name.equals("java.base") || name.equals("io.github.pushforward")));
    }
}
