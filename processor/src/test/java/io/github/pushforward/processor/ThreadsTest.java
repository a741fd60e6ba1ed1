package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.ForwardGradient;
import io.github.pushforward.runtime.ForwardGradientDescent;
import io.github.pushforward.runtime.LearningRate;
import io.github.pushforward.runtime.SeededGradient;
import io.github.pushforward.runtime.SparseJacobian;
import io.github.pushforward.runtime.UpdateRule;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated methods, and what the runtime says serves many threads, run in eight at once: each gives the bits that it gives alone. Views
 * serve one thread each, beside others of the same method and the same arrays.
 */
class ThreadsTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 40;

    private static final Compiled DEMO = Compiled.sources("""
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            import java.util.function.DoubleUnaryOperator;
            final class Demo {
                private static final double[] NODES = {0.1, 0.5, 0.9};
                @Differentiable
                record Vec(double x, double y) {
                    @Differentiable
                    double dot(Vec other) { return x * other.x + y * other.y; }
                }
                @Differentiable
                static final class Body {
                    Vec place;
                    double[] masses;
                    Body(Vec place, double[] masses) { this.place = place; this.masses = masses; }
                    @Differentiable
                    double pull(double by) {
                        double sum = 0;
                        for (double mass : masses) { sum += mass * Math.exp(-by * place.dot(place)); }
                        return sum;
                    }
                }
                @Differentiable(order = 2)
                static double energy(double[] x, double[][] m, double scale) {
                    double[] scratch = new double[x.length];
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        for (int j = 0; j < x.length; j++) { scratch[i] += m[i][j] * x[j]; }
                        sum += Math.sin(scale * scratch[i]) * scratch[i];
                    }
                    return sum;
                }
                @Differentiable
                static double[] rod(double[] t, double k) {
                    double[] rates = new double[t.length];
                    for (int i = 1; i + 1 < t.length; i++) { rates[i] = k * (t[i - 1] - 2 * t[i] + t[i + 1]) + t[i] * t[i]; }
                    return rates;
                }
                @Differentiable
                static double quadrature(double rate, double shift) {
                    return integral(t -> Math.exp(-rate * t) + shift * t * t);
                }
                private static double integral(DoubleUnaryOperator f) {
                    double sum = 0;
                    for (double node : NODES) { sum += f.applyAsDouble(node); }
                    return sum;
                }
                @Differentiable
                static double pulls(Body[] bodies, double by) {
                    double sum = 0;
                    for (Body body : bodies) { sum += body.pull(by); }
                    return sum;
                }
                static Body[] some(double by) {
                    return new Body[] {
                        new Body(new Vec(by, 1), new double[] {1, by}), new Body(new Vec(0.5, by), new double[] {by})
                    };
                }
            }
            """);

    private static final String[] GENERATED = {
        "demo.DemoTangent",
        "demo.DemoGradient",
        "demo.DemoLanes",
        "demo.DemoSecondOrder",
        "demo.DemoSecondOrderLanes",
        "demo.DemoSparsity",
        "demo.Demo_BodyTangent",
        "demo.Demo_BodyLanes",
        "demo.Demo_VecTangent",
        "demo.Demo_VecLanes",
        "demo.Demo_BodyTangent$Layout",
        "demo.Demo_VecTangent$Layout"
    };

    private static final ForwardGradientDescent DESCENT = ForwardGradientDescent.builder()
            .learningRate(LearningRate.exponentialDecay(1e-3, 1e-3))
            .directions(Directions.sphere())
            .samples(3)
            .update(UpdateRule.adam())
            .steps(5)
            .seed(7)
            .build();
    private static final List<Directions> LAWS = List.of(
            Directions.gaussian(),
            Directions.rademacher(),
            Directions.sphere(),
            Directions.coordinate(),
            Directions.orthonormal());
    private static final SeededGradient SEEDED =
            new SeededGradient(Directions.gaussian(), 70, 1.0, new long[] {1, 2, 3}, new double[] {0.5, -1, 2});

    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        threads = Executors.newFixedThreadPool(THREADS);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
    }

    private static Object gradient(String method, Object... arguments) {
        return DEMO.call("demo.DemoGradient", method, arguments);
    }

    private static double[] x(double by) {
        return new double[] {by, 1, 2 - by};
    }

    private static double[][] m(double by) {
        return new double[][] {{1, by, 0}, {by * by, 2, 1}, {0.5, -by, by}};
    }

    private static Object run(String what, double by) {
        return switch (what) {
            case "tangent" -> DEMO.call("demo.DemoTangent", "energy", x(by), m(by), by, x(1 - by), m(2), 1.0);
            case "gradient" -> gradient("energy", x(by), m(by), by);
            case "forward gradient" ->
                gradient("energyForward", x(by), m(by), by, Directions.gaussian(), 9, new SplittableRandom(3));
            case "along" -> gradient("energyAlong", x(by), m(by), by, x(1 - by), m(2), 1.0);
            case "Hessian" -> gradient("energyHessian", x(by), m(by), by);
            case "Jacobian" -> gradient("rod", new double[] {by, 1, 2, by, 4, 5}, by);
            case "sparse Jacobian" ->
                sparse((DifferentiableMapping) gradient("rodFunction", new double[] {by, 1, 2, by, 4, 5}, by));
            case "objects" -> gradient("pulls", DEMO.call("demo.Demo", "some", by), by);
            case "functions" -> gradient("quadrature", by, 1 + by);
            case "shared descent" ->
                DESCENT.minimize((DifferentiableFunction) gradient("energyFunction", x(by), m(by), by));
            case "shared laws" -> estimates((DifferentiableFunction) gradient("energyFunction", x(by), m(by), by));
            case "shared seeds" -> seeded(by);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Object sparse(DifferentiableMapping mapping) {
        double[] y = new double[mapping.outputDimension()];
        return List.of(SparseJacobian.of(mapping).evaluate(mapping.start(), y).toDense(), y);
    }

    /** An estimator has scratch arrays, and each thread one of its own; the laws are those of all. */
    private static Object estimates(DifferentiableFunction function) {
        List<Object> estimates = new ArrayList<>();
        for (Directions law : LAWS) {
            double[] gradient = new double[function.dimension()];
            new ForwardGradient(law, 3).estimate(function, function.start(), new SplittableRandom(5), gradient);
            estimates.add(gradient);
        }
        return estimates;
    }

    private static Object seeded(double by) {
        double[] target = new double[70];
        SEEDED.addTo(target, by);
        return List.of(target, SEEDED.noise());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tangent",
                "gradient",
                "forward gradient",
                "along",
                "Hessian",
                "Jacobian",
                "sparse Jacobian",
                "objects",
                "functions",
                "shared descent",
                "shared laws",
                "shared seeds"
            })
    void eachThreadGetsWhatItGetsAlone(String what) throws InterruptedException, ExecutionException {
        Map<String, String> before = statics();
        List<String> alone = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            alone.add(bits(run(what, point(thread))));
        }
        assertThat(alone).doesNotHaveDuplicates();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<List<String>>> runs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            double by = point(thread);
            Callable<List<String>> task = () -> {
                together.await();
                List<String> results = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    results.add(bits(run(what, by)));
                }
                return results;
            };
            runs.add(threads.submit(task));
        }
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(runs.get(thread).get()).containsOnly(alone.get(thread));
        }
        assertThat(statics()).isEqualTo(before);
    }

    private static double point(int thread) {
        return 0.25 + 0.125 * thread;
    }

    /** Two views of one method, made of the same arrays, one to a thread. */
    @ParameterizedTest
    @ValueSource(strings = {"energy", "pulls"})
    void viewsOfOneMethodAreIndependent(String method) throws InterruptedException, ExecutionException {
        Object[] arguments = method.equals("energy")
                ? new Object[] {x(0.5), m(0.5), 0.5}
                : new Object[] {DEMO.call("demo.Demo", "some", 0.5), 0.5};
        List<String> alone = new ArrayList<>();
        List<DifferentiableFunction> views = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            DifferentiableFunction view = (DifferentiableFunction) gradient(method + "Function", arguments);
            views.add(view);
            alone.add(passes(view, thread));
        }
        assertThat(alone).doesNotHaveDuplicates();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<List<String>>> runs = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            Callable<List<String>> task = () -> {
                together.await();
                List<String> results = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    results.add(passes(views.get(number), number));
                }
                return results;
            };
            runs.add(threads.submit(task));
        }
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(runs.get(thread).get()).containsOnly(alone.get(thread));
        }
    }

    private static String passes(DifferentiableFunction view, int thread) {
        double[] point = view.start();
        for (int i = 0; i < point.length; i++) {
            point[i] += 0.01 * thread * i;
        }
        double[] gradient = new double[point.length];
        double value = view.gradient(point, gradient);
        return bits(List.of(value, gradient, view.along(point, gradient), view.value(point)));
    }

    /** What the generated classes hold in statics: finals alone, and the contents of their arrays. */
    private static Map<String, String> statics() {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String name : GENERATED) {
            for (Field field : DEMO.load(name).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    assertThat(Modifier.isFinal(field.getModifiers()))
                            .as("%s", field)
                            .isTrue();
                    contents.put(
                            name + "." + field.getName(), field.getType().isArray() ? bits(read(field, null)) : "");
                }
            }
        }
        assertThat(contents).containsKey("demo.DemoTangent.NODES");
        return contents;
    }

    private static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** All numbers inside of an object, in hexadecimal: equal texts are equal bits. */
    private static String bits(Object object) {
        if (object instanceof Double number) {
            return Long.toHexString(Double.doubleToRawLongBits(number)) + " ";
        }
        StringBuilder text = new StringBuilder();
        if (object == null || object instanceof Number) {
            text.append(object).append(' ');
        } else if (object.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                text.append(bits(Array.get(object, i)));
            }
        } else if (object instanceof List<?> parts) {
            parts.forEach(part -> text.append(bits(part)));
        } else {
            for (Field field : object.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    text.append(bits(read(field, object)));
                }
            }
        }
        return text.toString();
    }
}
