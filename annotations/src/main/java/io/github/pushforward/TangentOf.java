package io.github.pushforward;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a custom rule: a static method that stands for a method whose source one does not own, and knows its derivative.
 *
 * <pre>{@code
 * final class GammaRules {
 *     @TangentOf(type = Gamma.class, method = "logGamma")
 *     static Dual logGamma(double x, double xTangent) {
 *         return new Dual(Gamma.logGamma(x), Gamma.digamma(x) * xTangent);
 *     }
 * }
 * }</pre>
 *
 * <p>A rule applies where it is named, {@link Differentiable#rules @Differentiable(rules = GammaRules.class)}, and there to
 * the annotated method and to the helpers differentiated along with it. It wins over every other way to a derivative.
 *
 * <p><b>Parameters.</b> Those of the method that it stands for, the receiver first where that is an instance method; they also
 * tell overloads apart. Then one tangent for each active parameter, in order. A parameter of type {@code double},
 * {@code float} or an array of those is active unless the rule marks it {@link Constant}, or has no tangent for it under the
 * name {@code <parameter>Tangent}. Several rules may stand for one method, with different parameters active: a call takes
 * the one with the fewest tangents among those that have one for each of its active arguments. A call without any active
 * argument stays as it is.
 *
 * <p><b>Result.</b> {@code Dual} for {@code double}, {@code DualFloat} for {@code float}, {@code DualOf<double[], double[]>}
 * for an array; for a result that is never active ({@code void}, {@code int}, {@code boolean}), the value itself. The value
 * of the dual must be that of the method: a rule calls the method, it does not replace it. A rule for a method that only
 * checks its arguments simply calls it. An array parameter with a tangent may be written; then so is its tangent.
 *
 * <p>The signature is checked at compile time against the method that the rule stands for, whether the rule is used or not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TangentOf {

    /** {@return the class or interface that has the method} */
    Class<?> type();

    /** {@return the name of the method} */
    String method();
}
