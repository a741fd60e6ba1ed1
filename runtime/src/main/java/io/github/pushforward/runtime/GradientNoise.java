package io.github.pushforward.runtime;

/**
 * How far an estimate g of ∇f, the mean of K forward gradients g_k = d_k v_k with d_k = ∇f·v_k, may be from ∇f: once as the
 * samples show it, and once as the law of the directions predicts it ({@link Directions#relativeVariance(int, int)}).
 *
 * <p>Neither needs K gradients in memory, because Σ‖g_k − g‖² = Σ‖g_k‖² − K‖g‖²: K numbers, and the norm of the mean.
 *
 * <p>Both are estimates themselves, from K samples: squared, each has the variance E‖g − ∇f‖² as its mean, but it may be
 * far from it where K is small. Where they go apart for large K, the law is not what it says, or f is not differentiable
 * at this point. A value or derivative that is not finite makes them NaN or infinite.
 *
 * @param samples K
 * @param squaredNorm the mean of the d_k², an unbiased estimate of ‖∇f‖² because E[(∇f·v)²] = ∇fᵀ E[v vᵀ] ∇f.
 *     (‖g‖² would not do: its mean is ‖∇f‖² + E‖g − ∇f‖².)
 * @param standardError √(Σ‖g_k − g‖² ÷ (K (K − 1))), the standard error of the mean: the square root of an unbiased estimate
 *     of E‖g − ∇f‖². NaN for K = 1, one sample says nothing of its spread. Directions that depend on each other make the
 *     formula wrong, so that for these ({@link Directions#independent()} is {@code false}) it is the predicted error
 * @param predictedVariance E‖g − ∇f‖² by theory: the relative variance of the law times {@code squaredNorm}
 */
public record GradientNoise(int samples, double squaredNorm, double standardError, double predictedVariance) {

    /**
     * The noise of one estimate.
     *
     * @param squaredDerivatives Σ d_k²
     * @param squaredSamples Σ‖g_k‖², where the samples show their spread
     * @param squaredMean ‖g‖², where they do
     */
    static GradientNoise of(
            Directions law,
            int dimension,
            int samples,
            double squaredDerivatives,
            double squaredSamples,
            double squaredMean) {
        double squaredNorm = squaredDerivatives / samples;
        double predictedVariance = law.relativeVariance(dimension, samples) * squaredNorm;
        double standardError;
        if (showsSpread(law, samples)) {
            double spread = Math.max(0.0, squaredSamples - samples * squaredMean); // rounding errors may be negative
            standardError = Math.sqrt(spread / samples / (samples - 1));
        } else {
            standardError = law.independent() ? Double.NaN : Math.sqrt(predictedVariance);
        }
        return new GradientNoise(samples, squaredNorm, standardError, predictedVariance);
    }

    /** Whether the samples show how far their mean may be off: several, and independent. */
    static boolean showsSpread(Directions law, int samples) {
        return samples > 1 && law.independent();
    }

    /**
     * √E‖g − ∇f‖² by theory, which {@link #standardError()} may be compared with.
     *
     * @return the square root of {@link #predictedVariance()}
     */
    public double predictedError() {
        return Math.sqrt(predictedVariance);
    }
}
