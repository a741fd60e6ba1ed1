package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.InstanceMethod.constant;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.InstanceMethod;
import org.junit.jupiter.api.Test;

/** Enums whose constants have bodies: the method in the body of each, told by the constant. */
class EnumDispatchTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;

    @Test
    void anAbstractMethodThatTheConstantsImplement() {
        Compiled compiled = Compiled.members("""
                enum Activation {
                    RELU(1) {
                        @Override
                        double of(double x) {
                            return Math.max(x, 0) * gain;
                        }
                    },
                    SOFT_PLUS(0.5) {
                        @Override
                        double of(double x) {
                            double sharp = sharpness() * x;
                            return Math.log1p(Math.exp(sharp)) / this.sharpness() + shift(x);
                        }
                    },
                    TWICE(3) {
                        @Override
                        double of(double x) {
                            return x > 1 ? of(x / 2) : RELU.of(SOFT_PLUS.of(x));
                        }
                    };
                    final double gain;
                    Activation(double gain) {
                        this.gain = gain;
                    }
                    abstract double of(double x);
                    double sharpness() {
                        return 3 * gain;
                    }
                    static double shift(double x) {
                        return 0.1 * x;
                    }
                }
                @Differentiable
                static double f(Activation activation, double x) {
                    return activation.of(x * x) + Activation.RELU.of(x);
                }
                """);

        Differentiated f = Differentiated.method(compiled, "f", false, true);
        for (String name : new String[] {"RELU", "SOFT_PLUS", "TWICE"}) {
            f.at(constant(compiled, "demo.Demo$Activation", name), 0.5)
                    .at(constant(compiled, "demo.Demo$Activation", name), -1.75);
        }
        assertThat(compiled.load("demo.DemoTangent").getDeclaredMethods())
                .extracting(java.lang.reflect.Method::getName)
                .contains("ofOfSoftPlusTangent");
    }

    @Test
    void anAnnotatedMethodOfAnEnum() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                enum Operation {
                    SQUARE {
                        @Override
                        double of(double x) {
                            return x * x;
                        }
                    },
                    SINE {
                        @Override
                        double of(double self) {
                            return Math.sin(self);
                        }
                    };
                    @Differentiable
                    abstract double of(double x);
                }
                """);

        InstanceMethod.of(compiled, "demo.Operation", "of")
                .at(constant(compiled, "demo.Operation", "SQUARE"), 0.5, -2)
                .at(constant(compiled, "demo.Operation", "SINE"), 0.5, -2);
    }

    /** Some constants have a body, others the method of the enum. */
    @Test
    void anEnumThatImplementsAnInterface() {
        Compiled compiled = Compiled.members("""
                interface Kernel {
                    double at(double x, double[] weights);
                    double at(float x, double[] weights);
                }
                enum Known implements Kernel {
                    FLAT, GAUSS {
                        @Override
                        public double at(double x, double[] weights) {
                            return Math.exp(-x * x) * weights[0];
                        }
                    };
                    @Override
                    public double at(double x, double[] weights) {
                        return weights[ordinal()] * x;
                    }
                    @Override
                    public double at(float x, double[] weights) {
                        return 0;
                    }
                }
                record Scaled(double k, Kernel of) implements Kernel {
                    @Override
                    public double at(double x, double[] weights) {
                        return of.at(k * x, weights);
                    }
                    @Override
                    public double at(float x, double[] weights) {
                        return 0;
                    }
                }
                @Differentiable
                static double f(Kernel kernel, double x, double[] weights) {
                    return kernel.at(x, weights);
                }
                """);
        Differentiated f = Differentiated.method(compiled, "f", false, true, true);
        double[] weights = {2, 3};

        f.at(constant(compiled, "demo.Demo$Known", "GAUSS"), 0.5, weights);
        f.at(
                InstanceMethod.object(
                        compiled, "demo.Demo$Scaled", 2.0, constant(compiled, "demo.Demo$Known", "GAUSS")),
                0.5,
                weights);
        f.at(constant(compiled, "demo.Demo$Known", "FLAT"), 0.5, weights);
    }

    /** In a body of the class itself, called on any object, and inherited from an interface by constants with bodies and without. */
    @Test
    void methodsWithABodyThatSomeConstantsOverride() {
        Compiled compiled = Compiled.members("""
                interface Curve {
                    @Differentiable
                    default double at(double x) {
                        return x * x + shape(x);
                    }
                    default double shape(double x) {
                        return 1;
                    }
                }
                enum Known implements Curve {
                    PLAIN,
                    OTHER_SHAPE {
                        @Override
                        public double shape(double x) {
                            return Math.sin(x);
                        }
                    },
                    OTHER {
                        @Override
                        public double at(double x) {
                            return 3 * x * twist(x);
                        }
                        @Override
                        double twist(double x) {
                            return Math.cos(x);
                        }
                    },
                    SILENT {
                        @Override
                        public String toString() {
                            return "silent";
                        }
                    };
                    double twist(double x) {
                        return x;
                    }
                    @Differentiable
                    double twisted(double x) {
                        return twist(x) * at(x);
                    }
                }
                """);

        for (String name : new String[] {"PLAIN", "OTHER_SHAPE", "OTHER", "SILENT"}) {
            Object known = constant(compiled, "demo.Demo$Known", name);
            InstanceMethod.of(compiled, "demo.Demo$Curve", "at").at(known, 0.5, -2);
            InstanceMethod.of(compiled, "demo.Demo$Known", "twisted").at(known, 0.5, -2);
        }
    }
}
