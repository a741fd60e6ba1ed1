package io.github.pushforward.runtime;

/** A descent met a value or a directional derivative that is infinite or NaN; the message says what to change. */
public final class DivergenceException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** The index of the step. */
    private final long step;

    /** f(θ) at that step. */
    private final double value;

    /** ∇f(θ)·v at that step. */
    private final double directionalDerivative;

    /** The learning rate of that step. */
    private final double learningRate;

    DivergenceException(long step, double value, double directionalDerivative, double learningRate) {
        super("Descent diverged at step " + step + ": the value is " + value + ", the directional derivative "
                + directionalDerivative + ", the learning rate " + learningRate + ". " + advice(step));
        this.step = step;
        this.value = value;
        this.directionalDerivative = directionalDerivative;
        this.learningRate = learningRate;
    }

    private static String advice(long step) {
        if (step == 0) {
            return "No update has been made yet, so the function is not finite or not differentiable at the start: choose"
                    + " another start, or check the function's data.";
        }
        return "Choose a smaller learning rate or one that decays: with one Gaussian direction a step, a quadratic of Hessian H"
                + " shrinks in the mean only where the rate is below 2/(tr H + 2 λmax), in n dimensions about n times less than"
                + " exact gradients allow. Center and scale the inputs, which makes tr H smaller; average over more directions;"
                + " bound steep ones by clip. If that does not help, check the data of this step.";
    }

    /**
     * {@return the index of the step, from 0; the number of steps, if it was the value of the final point that was not
     * finite}
     */
    public long step() {
        return step;
    }

    /** {@return the value f(θ) at that step, which may be finite if the directional derivative is not} */
    public double value() {
        return value;
    }

    /**
     * {@return the directional derivative ∇f(θ)·v at that step; the last one known, if it was the final value that
     * failed}
     */
    public double directionalDerivative() {
        return directionalDerivative;
    }

    /** {@return the learning rate of that step; that of the last step, if it was the final value that failed} */
    public double learningRate() {
        return learningRate;
    }
}
