package io.github.pushforward.devset.survey;

import io.github.pushforward.devset.SourceFile;
import io.github.pushforward.devset.SourceMethod;
import java.util.List;
import java.util.regex.Pattern;

/** Which methods are numeric enough that somebody may want their derivative. */
final class Candidates {
    private static final Pattern REAL = Pattern.compile("(double|float)(\\[])*");
    private static final Pattern REAL_ARRAY = Pattern.compile("(double|float)(\\[])+");

    private Candidates() {}

    static List<SourceMethod> in(SourceFile file) {
        return file.methods().stream().filter(Candidates::isCandidate).toList();
    }

    private static boolean isCandidate(SourceMethod method) {
        if (method.isPrivate() || method.isGeneric()) {
            return false;
        }
        boolean takesReals = method.parameters().stream().anyMatch(SourceMethod.Parameter::isReal);
        boolean writesReals = method.result().equals("void")
                && method.parameters().stream()
                        .anyMatch(parameter ->
                                REAL_ARRAY.matcher(parameter.type()).matches());
        return takesReals && (writesReals || REAL.matcher(method.result()).matches());
    }
}
