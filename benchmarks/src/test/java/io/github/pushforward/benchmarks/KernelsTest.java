package io.github.pushforward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is timed against each other computes the same: each form of a kernel what passes along the unit vectors say. */
class KernelsTest {
    private static final double TOLERANCE = 1e-10;

    @TestFactory
    List<DynamicTest> forms() throws ReflectiveOperationException {
        List<DynamicTest> tests = new ArrayList<>();
        for (KernelBenchmark kernel : Kernels.small()) {
            if (kernel instanceof TrainingBenchmark) {
                continue; // too many inputs for passes along each: see TrainingTest
            }
            kernel.setUp();
            List<Method> forms = Kernels.forms(kernel);
            assertThat(forms).extracting(Method::getName).contains("primal", "tangent", "exact", "unitPasses");
            double[] values = Form.primal(kernel).values();
            double[][] jacobian = Form.unitPasses(kernel).copyOfJacobian();
            assertThat(jacobian[0]).hasSize(kernel.inputs());
            for (Method form : forms) {
                tests.add(DynamicTest.dynamicTest(
                        kernel.id() + " " + form.getName(),
                        () -> Form.of(kernel, form).requireSame(values, jacobian, TOLERANCE)));
            }
        }
        return tests;
    }
}
