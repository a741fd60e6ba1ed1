package io.github.pushforward.processor.read;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.util.Elements;

/** Remembers whether a method mentions anything deprecated: its sibling will, and must not warn of what it copies. */
final class Deprecations {
    /** What a mention of something deprecated is warned of. */
    static final Set<String> LINTS = Set.of("deprecation", "removal");

    private final Elements elements;
    private boolean found;

    Deprecations(Elements elements) {
        this.elements = elements;
    }

    /** Takes note of a member and of the classes around it. */
    void note(Element member) {
        for (Element element = member; element.getKind() != ElementKind.PACKAGE; ) {
            found |= elements.isDeprecated(element);
            element = element.getEnclosingElement();
        }
    }

    boolean found() {
        return found;
    }
}
