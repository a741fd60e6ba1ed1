package io.github.pushforward.processor.emit;

import io.github.pushforward.processor.ir.Type;

/** A variable of generated code whose numbers take their turn in a flat array. */
record Slot(String name, Type type) {

    boolean isArray() {
        return type.isArray();
    }
}
