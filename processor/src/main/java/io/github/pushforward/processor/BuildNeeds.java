package io.github.pushforward.processor;

import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What generated code needs of the build that compiles it: the language that it is written in and the library that it
 * calls. Without them nothing is generated; else one line that is missing in a build would show as dozens of errors in
 * files that nobody has written.
 */
final class BuildNeeds {
    /** Generated code has records. */
    private static final int RELEASE = 17;

    private static final String RUNTIME = "io.github.pushforward.runtime";

    /** A class of the runtime that it will always have. */
    private static final String RUNTIME_CLASS = RUNTIME + ".Dual";

    private final SourceVersion source;
    private final Elements elements;

    BuildNeeds(ProcessingEnvironment environment) {
        this.source = environment.getSourceVersion();
        this.elements = environment.getElementUtils();
    }

    /** What the build of a class with derivatives lacks. */
    Optional<Problem> unmetBy(TypeElement owner) {
        if (source.ordinal() < RELEASE) {
            return Optional.of(new Problem(
                    Code.UnsupportedRelease,
                    "generated code is Java " + RELEASE + ", and this compilation is of Java " + source.ordinal(),
                    "compile with --release " + RELEASE + " or newer",
                    Span.NONE));
        }
        ModuleElement module = elements.getModuleOf(owner);
        if (elements.getTypeElement(module, RUNTIME_CLASS) != null) {
            return Optional.empty();
        }
        if (module.isUnnamed()) {
            return Optional.of(new Problem(
                    Code.MissingRuntime,
                    "generated code calls " + RUNTIME + ", which is not on the class path",
                    "add pushforward-runtime to the dependencies",
                    Span.NONE));
        }
        return Optional.of(new Problem(
                Code.MissingRuntime,
                "generated code calls " + RUNTIME + ", which the module " + module.getQualifiedName()
                        + " does not read",
                "write requires " + RUNTIME + "; in its module-info.java, with pushforward-runtime among the"
                        + " dependencies",
                Span.NONE));
    }
}
