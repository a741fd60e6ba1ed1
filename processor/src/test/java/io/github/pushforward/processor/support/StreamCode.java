package io.github.pushforward.processor.support;

/** Methods {@code f(double[] x, double a, int n)} that use streams, which tests would else have to name in full. */
public final class StreamCode {
    private StreamCode() {}

    /** A method that returns a number. */
    public static Differentiated number(String body) {
        return method("double", body, "");
    }

    /** @param members what the class has beside the method */
    public static Differentiated method(String type, String body, String members) {
        Compiled compiled = Compiled.sources(source(type, body, members));
        return Differentiated.method(compiled, "f", true, true, false);
    }

    public static String source(String type, String body, String members) {
        return "package demo;\n"
                + "import io.github.pushforward.Differentiable;\n"
                + "import java.util.*;\n"
                + "import java.util.function.*;\n"
                + "import java.util.stream.*;\n"
                + "final class Demo {\n"
                + members
                + "\n@Differentiable\nstatic " + type + " f(double[] x, double a, int n) {\n" + body + "\n}\n}\n";
    }
}
