package io.github.pushforward;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivative of a numeric method: while javac compiles the class {@code Foo}, the siblings
 * {@code FooTangent} and {@code FooGradient} are generated in the same package.
 *
 * <p>For {@code static double m(double x, double[] y, @Constant double[] data, int n)}:
 *
 * <ul>
 *   <li>{@code FooTangent.m(x, y, data, n, xTangent, yTangent)} returns the value, bit for bit, and the directional
 *       derivative (the Jacobian-vector product) in one pass;
 *   <li>{@code FooGradient.m(x, y, data, n)} is the exact gradient, in as many passes as there are active inputs;
 *   <li>{@code FooGradient.mForward(x, y, data, n, random)} is one forward gradient, an unbiased estimate of the
 *       gradient from a single pass (Baydin, Pearlmutter, Syme, Wood, Torr, <i>Gradients without Backpropagation</i>,
 *       arXiv 2202.08587).
 * </ul>
 *
 * <p>For a method that returns an array, or writes to arrays of active parameters, {@code FooGradient.m(...)} is the exact
 * Jacobian.
 *
 * <p>A parameter is active (an input to differentiate with respect to) when its type is {@code double} or an array of
 * it and it is not marked {@link Constant}. What the processor cannot differentiate is a compile error at the
 * expression, never a guess.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Differentiable {

    /**
     * Classes with rules for methods that are called here, or in helpers differentiated along, and whose source cannot be
     * annotated: see {@link TangentOf}. Where two have a rule for the same call, the class named first wins.
     */
    Class<?>[] rules() default {};
}
