package io.github.pushforward.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sources of a module with any number of differentiable methods, ten in a class and a hundred classes in a package: formulas,
 * loops over arrays, helpers, branches, calls of other classes, methods that return arrays or write to them. They differ in their
 * constants, so that no two are the same.
 */
final class SampleModule {
    private static final int METHODS_OF_CLASS = 10;
    private static final int CLASSES_OF_PACKAGE = 100;

    /** With marks for the number of the method, for a constant, and for an annotated method of another class. */
    private static final List<String> METHODS = List.of("""
                @Differentiable
                static double formula«n»(double x, double y, double z) {
                    double r = Math.sqrt(x * x + y * y + «constant»);
                    double phase = Math.sin(«constant» * r) / r;
                    return phase * Math.exp(-z * z) + Math.log(1 + x * x) * Math.pow(r, 3);
                }
            """, """
                @Differentiable
                static double residuals«n»(double[] x, @Constant double[] data) {
                    double sum = 0;
                    for (int i = 0; i < data.length; i++) {
                        double difference = x[i % x.length] * «constant» - data[i];
                        sum += difference * difference;
                    }
                    return sum / data.length;
                }
            """, """
                @Differentiable
                static double helped«n»(double[] x, double scale) {
                    double sum = 0;
                    for (int i = 1; i < x.length; i++) {
                        sum += squash«n»(scale * (x[i] - x[i - 1]));
                    }
                    return sum;
                }

                private static double squash«n»(double x) {
                    double e = Math.exp(-«constant» * x);
                    return 1 / (1 + e);
                }
            """, """
                @Differentiable
                static double quadratic«n»(double[][] matrix, double[] x) {
                    double[] product = new double[matrix.length];
                    for (int i = 0; i < matrix.length; i++) {
                        for (int j = 0; j < x.length; j++) {
                            product[i] += matrix[i][j] * x[j];
                        }
                    }
                    double sum = «constant»;
                    for (int i = 0; i < product.length; i++) {
                        sum += product[i] * x[i];
                    }
                    return sum;
                }
            """, """
                @Differentiable
                static double branches«n»(double x, double y) {
                    double best = Math.max(x, «constant»);
                    if (x > y) {
                        best += x * y;
                    } else if (x < -y) {
                        best -= Math.abs(y);
                    }
                    int steps = 0;
                    while (best > «constant» && steps < 20) {
                        best /= 2 + y * y;
                        steps++;
                    }
                    return best;
                }
            """, """
                @Differentiable
                static double[] field«n»(double[] state, double rate) {
                    double[] slope = new double[state.length];
                    for (int i = 0; i < state.length; i++) {
                        double next = state[(i + 1) % state.length];
                        slope[i] = rate * (next - state[i]) + «constant» * Math.tanh(state[i]);
                    }
                    return slope;
                }
            """, """
                @Differentiable
                static void step«n»(double[] position, double[] speed, double dt) {
                    for (int i = 0; i < position.length; i++) {
                        speed[i] -= dt * «constant» * position[i];
                        position[i] += dt * speed[i];
                    }
                }
            """, """
                @Differentiable
                static double elsewhere«n»(double x, double y) {
                    return «callee»(x * y, x + «constant», y) - «callee»(y, x, «constant»);
                }
            """, """
                @Differentiable
                static double price«n»(double spot, double strike, double volatility, @Constant double years) {
                    double deviation = volatility * Math.sqrt(years);
                    double d1 = Math.log(spot / strike) / deviation + deviation / 2;
                    return spot * cumulative«n»(d1) - strike * Math.exp(-«constant» * years) * cumulative«n»(d1 - deviation);
                }

                private static double cumulative«n»(double x) {
                    double k = 1 / (1 + 0.2316419 * Math.abs(x));
                    double tail = 0.3989422804014327 * Math.exp(-0.5 * x * x) * k * (0.319381530 + k * (-0.356563782 + k * «constant»));
                    return x > 0 ? 1 - tail : tail;
                }
            """, """
                @Differentiable
                static double path«n»(double[] controls, double start) {
                    double position = start;
                    double cost = 0;
                    for (double control : controls) {
                        position += «constant» * (control - position * position);
                        cost += control * control + Math.cos(position);
                    }
                    return cost;
                }
            """);

    private SampleModule() {}

    /**
     * Writes the sources.
     *
     * @return the files
     */
    static List<Path> write(Path directory, int methods) {
        List<Path> files = new ArrayList<>();
        try {
            for (int first = 0; first < methods; first += METHODS_OF_CLASS) {
                int number = first / METHODS_OF_CLASS;
                Path file = directory.resolve(packageOf(number)).resolve("Sample" + number + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source(number, Math.min(METHODS_OF_CLASS, methods - first)));
                files.add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String packageOf(int number) {
        return "sample" + number / CLASSES_OF_PACKAGE;
    }

    private static String source(int number, int methods) {
        StringBuilder source = new StringBuilder("package " + packageOf(number) + ";\n\n"
                + "import io.github.pushforward.Constant;\n"
                + "import io.github.pushforward.Differentiable;\n\n"
                + "final class Sample" + number + " {\n");
        // that of the class before, in the same package; the first class calls its own
        String callee = number % CLASSES_OF_PACKAGE == 0 ? "formula0" : "Sample" + (number - 1) + ".formula0";
        for (int m = 0; m < methods; m++) {
            double constant = 0.5 + number * METHODS_OF_CLASS * 1e-5 + m * 1e-5;
            source.append(METHODS.get(m)
                            .replace("«n»", String.valueOf(m))
                            .replace("«constant»", String.format(Locale.ROOT, "%.5f", constant))
                            .replace("«callee»", callee))
                    .append('\n');
        }
        return source.append("}\n").toString();
    }
}
