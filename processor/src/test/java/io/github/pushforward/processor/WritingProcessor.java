package io.github.pushforward.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Somebody else's processor: writes one class a round, once it has seen the annotation {@code demo.Wanted}. */
final class WritingProcessor extends AbstractProcessor {
    private final String[] namesAndSources;
    private int next;

    /** @param namesAndSources for each round in turn, the name of a class and its source */
    WritingProcessor(String... namesAndSources) {
        this.namesAndSources = namesAndSources;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("demo.Wanted");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        if (next < namesAndSources.length) {
            try (Writer writer = processingEnv
                    .getFiler()
                    .createSourceFile(namesAndSources[next])
                    .openWriter()) {
                writer.write(namesAndSources[next + 1]);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            next += 2;
        }
        return true;
    }
}
