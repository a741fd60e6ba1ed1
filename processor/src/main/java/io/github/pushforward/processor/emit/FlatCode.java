package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Code that moves variables, in order, to or from one flat array. */
final class FlatCode {
    private final List<Slot> slots;
    private final GradientNames names;

    FlatCode(List<Slot> slots, GradientNames names) {
        this.slots = slots;
        this.names = names;
    }

    boolean hasArrays() {
        return slots.stream().anyMatch(Slot::isArray);
    }

    /** The names of the variables. */
    CodeBlock list() {
        return slots.stream().map(slot -> CodeBlock.of("$N", slot.name())).collect(CodeBlock.joining(",$W"));
    }

    /** How many numbers they hold. */
    CodeBlock size() {
        List<CodeBlock> terms = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.isArray()) {
                terms.add(CodeBlock.of("$T.size($N)", TypeNames.PACKING, slot.name()));
            }
        }
        long scalars = slots.size() - terms.size();
        if (scalars > 0) {
            terms.add(CodeBlock.of("$L", scalars));
        }
        return terms.stream().collect(CodeBlock.joining(" + "));
    }

    /** Fills the flat array from the variables. */
    void pack(MethodSpec.Builder code, String flat) {
        walk(
                code,
                (slot, position) -> slot.isArray()
                        ? CodeBlock.of("$T.pack($N, $N, $L)", TypeNames.PACKING, slot.name(), flat, position)
                        : CodeBlock.of("$N[$L] = $N", flat, position, slot.name()));
    }

    /** Fills the variables from the flat array. */
    void unpack(MethodSpec.Builder code, String flat) {
        walk(
                code,
                (slot, position) -> slot.isArray()
                        ? unpackArray(slot, flat, position)
                        : CodeBlock.of("$N = $L", slot.name(), number(slot.type(), flat, position)));
    }

    /** The numbers of the flat array, one for each of the variables, none of which is an array. */
    CodeBlock numbers(String flat) {
        List<CodeBlock> numbers = new ArrayList<>();
        for (Slot slot : slots) {
            numbers.add(number(slot.type(), flat, CodeBlock.of("$L", numbers.size())));
        }
        return numbers.stream().collect(CodeBlock.joining(",$W"));
    }

    /** As {@link #unpack}, and declares the scalars. */
    void unpackNew(MethodSpec.Builder code, String flat) {
        walk(
                code,
                (slot, position) -> slot.isArray()
                        ? unpackArray(slot, flat, position)
                        : CodeBlock.of(
                                "$T $N = $L",
                                TypeNames.of(slot.type()),
                                slot.name(),
                                number(slot.type(), flat, position)));
    }

    /** One number of a flat array, in its own type. */
    private static CodeBlock number(Type type, String flat, CodeBlock position) {
        return type == Primitive.FLOAT
                ? CodeBlock.of("(float) $N[$L]", flat, position)
                : CodeBlock.of("$N[$L]", flat, position);
    }

    private static CodeBlock unpackArray(Slot slot, String flat, CodeBlock position) {
        return CodeBlock.of("$T.unpack($N, $L, $N)", TypeNames.PACKING, flat, position, slot.name());
    }

    private interface Transfer {
        /** The code that moves one variable, from or to a position in a flat array. */
        CodeBlock of(Slot slot, CodeBlock position);
    }

    /** Moves every variable in order; moving an array yields the position after it. */
    private void walk(MethodSpec.Builder code, Transfer transfer) {
        String at = names.free("at");
        int constantOffset = 0;
        boolean counting = false;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            boolean isLast = i == slots.size() - 1;
            CodeBlock position = counting ? CodeBlock.of("$N", at) : CodeBlock.of("$L", constantOffset);
            if (!slot.isArray()) {
                boolean steps = counting && !isLast;
                code.addStatement(transfer.of(slot, steps ? CodeBlock.of("$N++", at) : position));
                constantOffset++;
            } else if (isLast) {
                code.addStatement(transfer.of(slot, position));
            } else {
                code.addStatement(counting ? "$N = $L" : "int $N = $L", at, transfer.of(slot, position));
                counting = true;
            }
        }
    }
}
