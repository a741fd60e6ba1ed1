package io.github.pushforward.devset;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A method with a body, as its source file shows it.
 *
 * @param className the class that declares it, by its binary name
 * @param result the type that it returns, as written
 * @param position where its modifiers begin in the file
 */
public record SourceMethod(
        String className,
        String name,
        Set<String> modifiers,
        String result,
        List<Parameter> parameters,
        boolean isGeneric,
        long line,
        int position) {

    /** A parameter, its type as written but for variable arity, which is an array here. */
    public record Parameter(String name, String type, int position) {
        private static final Pattern REAL = Pattern.compile("(double|float)(\\[])*");

        /** Whether it is a number that may carry a derivative, or an array of those. */
        public boolean isReal() {
            return REAL.matcher(type).matches();
        }
    }

    public boolean isStatic() {
        return modifiers.contains("static");
    }

    public boolean isPrivate() {
        return modifiers.contains("private");
    }

    @Override
    public String toString() {
        String types = parameters.stream().map(Parameter::type).collect(Collectors.joining(", "));
        return className + "#" + name + "(" + types + ")";
    }
}
