package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that cannot be differentiated: one error each, where the compiler would put one of its own. */
class ExpressionErrorsTest {

    @Test
    void arithmeticOnStrings() {
        Refused.members("""
                        static int length(String s) {
                            return s.length();
                        }
                        @Differentiable
                        static double f(double x, String s) {
                            return x * length(s «- x);
                        }
                        """).with("UnsupportedExpression", "java.lang.String");
    }

    @Test
    void fieldWrite() {
        Refused.members("""
                        static double last;
                        @Differentiable
                        static double f(double x) {
                            last «= x;
                            return x;
                        }
                        """).with("ConstantReceivesActiveValue", "the field demo.Demo.last", "use a local variable");
    }

    @Test
    void fieldCompoundWriteAndStep() {
        Refused.members("""
                        static double sum;
                        static int calls;
                        @Differentiable
                        static double f(double x) {
                            sum «+= x;
                            calls++;
                            return x;
                        }
                        """).with("ConstantReceivesActiveValue", "the field demo.Demo.sum");
    }

    @Test
    void instanceFieldByItsSimpleName() {
        Refused.members("""
                        double scale;
                        @Differentiable
                        static double f(double x) {
                            return x * «scale;
                        }
                        """).with("UnsupportedExpression", "the instance field scale");
    }

    @Test
    void callOfAnInstanceMethodByItsSimpleName() {
        Refused.members("""
                        double scale() {
                            return 2;
                        }
                        @Differentiable
                        static double f(double x) {
                            return x * «scale();
                        }
                        """).with("UnsupportedExpression", "the instance method scale");
    }

    @Test
    void genericCall() {
        Refused.members("""
                        static <T> T same(T t) {
                            return t;
                        }
                        @Differentiable
                        static double f(double x, int n) {
                            return x * Demo«.<Integer>same(n);
                        }
                        """).with("UnsupportedExpression", "a generic call");
    }

    @Test
    void privateFieldThatIsNotConstant() {
        Refused.members("""
                        private static double scale = Math.sqrt(2);
                        @Differentiable
                        static double f(double x) {
                            return x * «scale;
                        }
                        """).with("NotAccessible", "the field scale is private", "make it package-private");
    }

    @Test
    void privateFieldByItsQualifiedName() {
        Refused.members("""
                        private static double scale = Math.sqrt(2);
                        @Differentiable
                        static double f(double x) {
                            return x * Demo«.scale;
                        }
                        """).with("NotAccessible", "the field scale is private");
    }

    @Test
    void unresolvedName() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return x * «nothing;
                        }
                        """).with("UnresolvedName", "nothing");
    }

    @Test
    void unresolvedMethod() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return «nothing(x, 1);
                        }
                        """).with("UnresolvedName", "nothing", "(double, int)");
    }

    @Test
    void unresolvedClass() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return «Nothing.of(x);
                        }
                        """).with("UnresolvedName", "the name Nothing");
    }

    @Test
    void unresolvedFieldOfAKnownClass() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            return x * Math«.TAU_AND_A_HALF;
                        }
                        """).with("UnresolvedName", "Math.TAU_AND_A_HALF");
    }

    @Test
    void unresolvedTypeOfALocal() {
        Refused.members("""
                        @Differentiable
                        static double f(double x) {
                            «Nothing n;
                            return x;
                        }
                        """).with("UnresolvedName", "the type Nothing");
    }

    /** No javac error follows from a statement that could not be read: later uses of its variable stay silent. */
    @Test
    void aRefusedInitializerDoesNotCascade() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = new Object() {}«.hashCode() * x;
                            double z = y * x;
                            y += z;
                            return y + z;
                        }
                        """).with("NoTangent", "of java.lang.Object is called on a function made here");
    }

    @Test
    void aRefusedInitializerOfVarDoesNotCascade() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, int n) {
                            var y = new Object() {}«.hashCode() * x;
                            double z = y * x;
                            y += z;
                            return y + z;
                        }
                        """).with("NoTangent", "of java.lang.Object is called on a function made here");
    }

    @Test
    void aRefusedTypeDoesNotCascade() {
        Refused.members("""
                        static double sum(Object object) {
                            return 1;
                        }
                        @Differentiable
                        static double f(double x) {
                            «Nothing object = null;
                            return x * sum(object);
                        }
                        """).with("UnresolvedName", "the type Nothing");
    }

    @Test
    void aRefusedForInitializerDoesNotCascade() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, String s) {
                            double y = x;
                            for (var i = s.concat(new Object() {}«.toString()); y < 3; y++) {
                                y *= x * i.length();
                            }
                            return y;
                        }
                        """).with("NoTangent", "of java.lang.Object is called on a function made here");
    }

    @Test
    void inAPrivateHelperThatMustBeCopied() {
        Refused.members("""
                        private static int wrap(int i) {
                            return new Object() {}«.hashCode() * i;
                        }
                        @Differentiable
                        static double f(double[] x, int i) {
                            return x[wrap(i)];
                        }
                        """).with("NoTangent", "of java.lang.Object is called on a function made here");
    }

    /** The operand was taken for a number, and the step never found a place in front of its statement. */
    @ParameterizedTest
    @ValueSource(strings = {"double[] a", "boolean a", "String a", "int[][] a", "Object a"})
    void stepsOfWhatIsNoNumber(String declaration) {
        Refused.members("""
                        static int size(%s) {
                            return 1;
                        }
                        @Differentiable
                        static double f(double x, @Constant %s) {
                            return x * size((a)«++) - size(a);
                        }
                        """.formatted(declaration, declaration)).with("UnsupportedExpression", "++ to ");
    }
}
