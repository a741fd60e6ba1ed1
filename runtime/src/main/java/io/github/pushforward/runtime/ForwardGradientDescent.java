package io.github.pushforward.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Forward gradient descent: Algorithm 1 of Baydin et al., <i>Gradients without Backpropagation</i>, arXiv 2202.08587.
 * Each step t draws a direction, makes one forward pass and moves along that direction:
 *
 * <pre>
 *   v_t ~ law of directions
 *   f_t, d_t = f(θ_t), ∇f(θ_t)·v_t
 *   θ_{t+1} = θ_t − η_t d_t v_t
 * </pre>
 *
 * <p>With K samples a step, d_t v_t becomes the mean over K directions, and a step costs K passes, or fewer where the
 * function carries several directions through one. Besides its passes a step costs O(Kn) arithmetic and allocates one small
 * {@link Step}. Another {@link UpdateRule} may take the place of the last line, and {@link Builder#clip} bounds d_t.
 *
 * <p>A run keeps θ, what its rule remembers (nothing for the plain one), and the directions that are in flight: min(K, 8) of
 * them, or K where they depend on each other. It never holds a gradient: the mean is formed a few components at a time, and
 * where there are more than eight directions they are drawn again from their seeds (a law of the user's, which can only draw
 * whole directions, takes two arrays more). The bits are the same as if everything were kept.
 *
 * <pre>{@code
 * ForwardGradientDescent descent = ForwardGradientDescent.builder()
 *         .learningRate(LearningRate.exponentialDecay(0.01, 1e-4))
 *         .steps(20_000)
 *         .seed(42L)
 *         .build();
 * double[] fitted = descent.minimize(function).point();
 * }</pre>
 *
 * <p>A run whose value or directional derivative is infinite or NaN ends in a {@link DivergenceException}, with the step, both
 * numbers, the rate and what to change. With one Gaussian direction a step, a quadratic with the Hessian H shrinks in the mean
 * exactly where η &lt; 2 / (tr H + 2 λmax), since E[v vᵀ H v vᵀ] = 2 H + (tr H) I; K directions put (tr H + (K + 1) λmax) / K in the
 * place of the sum. A value that grows and stays finite does not end a run, since noise makes values grow for a while, and how much
 * of that is too much depends on the function. A listener can end it:
 *
 * <pre>{@code
 * .listener(step -> {
 *     if (step.value() > 1e3 * startValue) {
 *         throw new IllegalStateException("loss " + step.value() + " at step " + step.index());
 *     }
 * })
 * }</pre>
 *
 * <p>A run repeats bit for bit: the same settings, functions and start give the same points. The directions are drawn
 * from the numbers of {@link java.util.SplittableRandom} (SplitMix: Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i>,
 * 2014), which every Java runtime has, through {@code nextLong()} alone; the directions that a seed gives are the same on
 * Java 17 and 25, and the tests of this module pin them. This package's own arithmetic is {@code + − × ÷}, {@code Math.sqrt}, which
 * is exact, and {@code StrictMath}; so the bits of a run are the same on every machine where those of the function are: where it
 * uses {@code StrictMath} and not {@code Math}, whose functions may differ in the last bit.
 *
 * <p>Instances are immutable, and serve many threads at once as long as the schedule, the law, the listeners and the
 * functions do (a view made by generated code serves one thread at a time).
 */
public final class ForwardGradientDescent {

    private final LearningRate learningRate;
    private final Directions directions;
    private final int samples;
    private final long steps;
    private final long seed;
    private final UpdateRule update;
    private final double clip;
    private final List<StepListener> listeners;

    private ForwardGradientDescent(Builder builder, LearningRate learningRate) {
        this.learningRate = learningRate;
        this.directions = builder.directions;
        this.samples = builder.samples;
        this.steps = builder.steps;
        this.seed = builder.seed;
        this.update = builder.update;
        this.clip = builder.clip;
        this.listeners = List.copyOf(builder.listeners);
    }

    /**
     * A new builder. A learning rate and a number of steps are needed; the rest has defaults.
     *
     * @return a builder without settings
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Descends from the start that the function was made with.
     *
     * @param function f, whose {@link DifferentiableFunction#start()} is θ_0
     * @return where the run ended
     * @throws IllegalArgumentException if a learning rate is negative or not finite, or if there are no K such directions in n
     *     dimensions
     * @throws DivergenceException if a value or a directional derivative is not finite
     */
    public Result minimize(DifferentiableFunction function) {
        return minimize(function, function.start());
    }

    /**
     * Descends from {@code start}.
     *
     * @param function f, of dimension n
     * @param start θ_0, of length n; left unchanged
     * @return where the run ended
     * @throws IllegalArgumentException if {@code start} has another length, a learning rate is negative or not finite, or
     *     there are no K such directions in n dimensions
     * @throws DivergenceException if a value or a directional derivative is not finite
     */
    public Result minimize(DifferentiableFunction function, double[] start) {
        Arguments.requireLength("start", start, function.dimension());
        return minimize(step -> function, start);
    }

    /**
     * Descends over a sequence of functions, one a step: stochastic descent over mini-batches.
     *
     * <p>For a run that repeats, mini-batches must be a function of the step's index, or be drawn from a seeded generator
     * that starts afresh with each run.
     *
     * @param functions gives the function of step t, asked once for each of t = 0, 1, 2, … in turn; all of dimension n
     * @param start θ_0, of length n; left unchanged
     * @return where the run ended
     * @throws IllegalArgumentException if a function has another dimension, a learning rate is negative or not finite, or
     *     there are no K such directions in n dimensions
     * @throws DivergenceException if a value or a directional derivative is not finite
     */
    public Result minimize(LongFunction<? extends DifferentiableFunction> functions, double[] start) {
        return minimize(functions, start, DirectionBlock.SIZE);
    }

    /** The same, with blocks of {@code blockSize} directions. */
    Result minimize(LongFunction<? extends DifferentiableFunction> functions, double[] start, int blockSize) {
        SeededSamples batch = new SeededSamples(directions, samples, blockSize, start.length);
        return new DescentRun(learningRate, listeners, batch, update, clip, seed, start).run(functions, steps);
    }

    @Override
    public String toString() {
        return "ForwardGradientDescent[learningRate=" + learningRate + ", directions=" + directions + ", samples="
                + samples + ", steps=" + steps + ", seed=" + seed
                + (update == UpdateRule.plain() ? "" : ", update=" + update)
                + (clip == Double.POSITIVE_INFINITY ? "" : ", clip=" + clip) + "]";
    }

    /**
     * Where a descent ended.
     *
     * @param point θ_T, after the last update; an array of the caller's own
     * @param value f at that point, from one more run of the original method; with mini-batches, of the last step's
     *     function
     * @param steps the number T of steps made
     */
    public record Result(double[] point, double value, long steps) {

        /** The scalars of the result; the point may have thousands of components. */
        @Override
        public String toString() {
            return "Result[value=" + value + ", steps=" + steps + ", dimension=" + point.length + "]";
        }
    }

    /** The settings of a descent; may be used for several, each of which keeps the settings as they were at its build. */
    public static final class Builder {

        private final List<StepListener> listeners = new ArrayList<>();
        private @Nullable LearningRate learningRate;
        private Directions directions = Directions.gaussian();
        private int samples = 1;
        private long steps;
        private long seed;
        private UpdateRule update = UpdateRule.plain();
        private double clip = Double.POSITIVE_INFINITY;

        private Builder() {}

        /**
         * The schedule η_t. Needed: no rate suits every function.
         *
         * @param learningRate the schedule
         * @return this builder
         */
        public Builder learningRate(LearningRate learningRate) {
            this.learningRate = Objects.requireNonNull(learningRate, "learningRate");
            return this;
        }

        /**
         * The law of the directions; {@link Directions#gaussian()} unless set.
         *
         * @param directions the law
         * @return this builder
         */
        public Builder directions(Directions directions) {
            this.directions = Objects.requireNonNull(directions, "directions");
            return this;
        }

        /**
         * The number K of directions a step; 1 unless set.
         *
         * @param samples K
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder samples(int samples) {
            this.samples = Arguments.requireSamples(samples);
            return this;
        }

        /**
         * The number T of steps. Needed.
         *
         * @param steps T
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder steps(long steps) {
            if (steps < 1) {
                throw new IllegalArgumentException(
                        "steps is " + steps + ": a descent needs at least one step, pass 1 or more");
            }
            this.steps = steps;
            return this;
        }

        /**
         * The seed of the directions; 0 unless set.
         *
         * @param seed the seed
         * @return this builder
         */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /**
         * How steps are made of estimates; {@link UpdateRule#plain()} unless set.
         *
         * @param update the rule
         * @return this builder
         */
        public Builder update(UpdateRule update) {
            this.update = Objects.requireNonNull(update, "update");
            return this;
        }

        /**
         * Bounds the directional derivatives that steps are made of: d becomes max(−c, min(c, d)). A direction that happens to
         * lie along a steep slope then moves the point no further than η c ‖v‖. Steps are biased where it happens, towards
         * shorter ones. Listeners hear of the derivative as it was, and one that is not finite still ends the descent. No
         * bound unless set.
         *
         * @param limit c, positive and finite; derivatives are about ‖∇f‖ large
         * @return this builder
         * @throws IllegalArgumentException if {@code limit} is not
         */
        public Builder clip(double limit) {
            if (!(limit > 0.0 && limit < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "clip is " + limit
                                + ": the largest directional derivative must be positive and finite; leave it out for no limit");
            }
            this.clip = limit;
            return this;
        }

        /**
         * Adds a listener; each step is told to all of them, in the order in which they were added.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(StepListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * {@return the descent}
         *
         * @throws IllegalStateException if the learning rate or the number of steps has not been set
         */
        public ForwardGradientDescent build() {
            if (learningRate == null) {
                throw new IllegalStateException(
                        "no learning rate: call learningRate(LearningRate.constant(...)) before build()");
            }
            if (steps == 0) {
                throw new IllegalStateException("no number of steps: call steps(...) before build()");
            }
            return new ForwardGradientDescent(this, learningRate);
        }
    }
}
