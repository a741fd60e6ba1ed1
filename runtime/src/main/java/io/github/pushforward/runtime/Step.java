package io.github.pushforward.runtime;

/**
 * One step of a descent, as its listeners see it: after the passes at θ_t and before the update to θ_{t+1}.
 *
 * @param index t, from 0
 * @param value f(θ_t); with mini-batches, of the function of this step
 * @param directionalDerivative d_t = ∇f(θ_t)·v_t; with several samples a step, that along the last of them; not
 *     clipped
 * @param learningRate η_t
 * @param point θ_t, <strong>the live array</strong> of the descent, so that telling a listener costs nothing: read it
 *     during the call, clone it to keep it, never write to it
 */
public record Step(long index, double value, double directionalDerivative, double learningRate, double[] point) {

    /** The scalars of the step; the point may have thousands of components. */
    @Override
    public String toString() {
        return "Step[index=" + index + ", value=" + value + ", directionalDerivative=" + directionalDerivative
                + ", learningRate=" + learningRate + "]";
    }
}
