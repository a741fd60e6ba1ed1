package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Local;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** The fields of an object whose constructor is read as a method: variables of that method. */
record FieldVariables(Map<VariableElement, Local> locals) {

    Optional<Local> of(VariableElement field) {
        return Optional.ofNullable(locals.get(field));
    }
}
