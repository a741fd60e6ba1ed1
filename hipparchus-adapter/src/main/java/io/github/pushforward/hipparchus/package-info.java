/**
 * Differentiable functions and mappings as what the optimizers of <a href="https://hipparchus.org">Hipparchus</a> take:
 * {@link io.github.pushforward.hipparchus.DifferentiableObjective} for minimization by gradients,
 * {@link io.github.pushforward.hipparchus.LeastSquaresModel} for least squares, and
 * {@link io.github.pushforward.hipparchus.Constraints} for what a minimum has to meet.
 *
 * <p>Each adapter is as thin as the flat view behind it: it keeps that view, which holds scratch arrays, and so serves one
 * thread at a time; both are cheap to make, one for each thread. What Hipparchus gets is its own to keep: adapters write every
 * result into fresh arrays. They remember no results either, so that a view whose captured arrays are refilled between
 * calls is seen as it is.
 */
@NullMarked
package io.github.pushforward.hipparchus;

import org.jspecify.annotations.NullMarked;
