package io.github.pushforward.processor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The top-level classes of the compilation so far. Remembered by name, as the elements of one round are not those of the next, and in
 * the order of their names: that of the files on the command line must not show in what is generated.
 */
final class RootClasses {
    private final Set<String> names = new TreeSet<>();

    void add(RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements())
                .forEach(type -> names.add(type.getQualifiedName().toString()));
    }

    List<TypeElement> asOfNow(Elements elements) {
        return names.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
    }
}
