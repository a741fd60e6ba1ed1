package io.github.pushforward;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivative of a numeric method, or has the objects of a class carry derivatives.
 *
 * <p><b>On a method</b>: while javac compiles the class {@code Foo}, the siblings
 * {@code FooTangent} and {@code FooGradient} are generated in the same package.
 *
 * <p>For {@code static double m(double x, double[] y, @Constant double[] data, int n)}:
 *
 * <ul>
 *   <li>{@code FooTangent.m(x, y, data, n, xTangent, yTangent)} returns the value, bit for bit, and the directional
 *       derivative (the Jacobian-vector product) in one pass;
 *   <li>{@code FooGradient.m(x, y, data, n)} is the exact gradient, along as many directions as there are active inputs, several a pass;
 *   <li>{@code FooGradient.mForward(x, y, data, n, random)} is one forward gradient, an unbiased estimate of the
 *       gradient from a single pass (Baydin, Pearlmutter, Syme, Wood, Torr, <i>Gradients without Backpropagation</i>,
 *       arXiv 2202.08587).
 * </ul>
 *
 * <p>For a method that returns an array, or writes to arrays of active parameters, {@code FooGradient.m(...)} is the exact
 * Jacobian.
 *
 * <p>A parameter is active (an input to differentiate with respect to) when its type is {@code double}, {@code float}, a class
 * marked with this annotation, or an array of those, and it is not marked {@link Constant}. What the processor cannot
 * differentiate is a compile error at the expression, never a guess.
 *
 * <p><b>On a record or class</b>: its objects may be active. {@code record Vec3(double x, double y, double z)} gets the
 * tangent type {@code Vec3Tangent}, a record of the same components; a class gets a class of the same fields. Components that
 * are not numbers, arrays of numbers or active objects, or that are marked {@link Constant}, are constants and have no place in
 * it. The receivers of its instance methods are active as well. What is said of a class holds of its subclasses.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Differentiable {

    /**
     * {@return classes with rules for methods that are called here, or in helpers differentiated along, and whose source cannot be
     * annotated: see {@link TangentOf}} Where two have a rule for the same call, the class named first wins.
     */
    Class<?>[] rules() default {};

    /**
     * {@return how many times a method is differentiated: 1, or 2 for its second derivatives too}
     *
     * <p>With {@code order = 2}, {@code FooGradient} also has, over the active parameters packed in order, for
     * {@code double m(...)} with n numbers in them:
     *
     * <ul>
     *   <li>{@code mHessianVector(..., v)}, the product H·v, along n directions;
     *   <li>{@code mHessian(...)}, the matrix H itself, along n(n + 1)/2 pairs of directions;
     *   <li>{@code mHessianForm(..., v, w)}, the number vᵀHw, in one pass.
     * </ul>
     *
     * <p>{@code FooSecondOrder.m} is the second derivative itself: value, both directional derivatives and the one along both, in one
     * pass. Of a method that returns an array, or only writes to arrays, that is all there is, for methods that call it.
     *
     * <p>What the method calls in other classes must be of order 2 as well; of a custom rule for a call, the source must be in the same
     * compilation. Active objects, and functions that are known at run time alone, have no second derivatives: an error says so.
     */
    int order() default 1;
}
