package io.github.pushforward.fuzz;

import io.github.pushforward.Differentiable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Does to every annotated element what a test has it do. */
final class PlantedProcessor extends AbstractProcessor {
    private final BiConsumer<ProcessingEnvironment, Element> work;

    PlantedProcessor(BiConsumer<ProcessingEnvironment, Element> work) {
        this.work = work;
    }

    static PlantedProcessor printing(String message, boolean hasPlace) {
        return new PlantedProcessor((environment, element) ->
                environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message, hasPlace ? element : null));
    }

    /** Writes one class. */
    static PlantedProcessor writing(String name, String text) {
        return new PlantedProcessor((environment, element) -> {
            try (Writer writer = environment.getFiler().createSourceFile(name).openWriter()) {
                writer.write(text);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getElementsAnnotatedWith(Differentiable.class).forEach(element -> work.accept(processingEnv, element));
        return true;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Differentiable.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
