package io.github.pushforward.fuzz;

import io.github.pushforward.Differentiable;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Stands before a processor, and notes what it was asked to do and what it threw. */
final class WatchedProcessor implements Processor {
    private final Processor watched;
    private final Set<String> owners = new TreeSet<>();
    private boolean asked;
    private @Nullable Throwable thrown;

    WatchedProcessor(Processor watched) {
        this.watched = watched;
    }

    /** Whether javac came to run it. */
    boolean wasAsked() {
        return asked;
    }

    /** What came out of it, though it should not have. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** The binary names of the classes whose methods it was to differentiate. */
    Set<String> owners() {
        return owners;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        asked = true;
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(Differentiable.class.getName())) {
                ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation))
                        .forEach(method -> owners.add(binaryName(method.getEnclosingElement())));
            }
        }
        try {
            return watched.process(annotations, round);
        } catch (Throwable escaped) {
            thrown = escaped;
            throw escaped;
        }
    }

    private static String binaryName(Element type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? binaryName(outer) + "_" + type.getSimpleName()
                : type.toString();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return watched.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return watched.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return watched.getSupportedSourceVersion();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        watched.init(environment);
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
        return watched.getCompletions(element, annotation, member, userText);
    }
}
