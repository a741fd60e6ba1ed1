package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of a lane form: a shadow of a number becomes one for each lane, one of an array or an object stays one. */
class LaneLocals {
    final Locals locals;
    private final int lanes;
    private final Map<Local, List<Local>> numbers = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<Local, Local> duals = new HashMap<>();
    private final Map<Local, Local> references = new HashMap<>();

    /** @param locals of the lane form; knows the shadows of the method of one direction */
    LaneLocals(Locals locals, int lanes) {
        this.locals = locals;
        this.lanes = lanes;
    }

    boolean isShadow(Local local) {
        return locals.isShadow(local);
    }

    /** Shadows that share a name, because they are never in sight together, do so in every lane. */
    List<Local> of(Local shadow) {
        return numbers.computeIfAbsent(shadow, key -> {
            List<String> own = names.computeIfAbsent(shadow.name(), this::freshNames);
            return own.stream()
                    .map(name -> locals.declared(name, type(shadow.type())))
                    .toList();
        });
    }

    List<String> freshNames(String shadow) {
        List<String> fresh = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            fresh.add(locals.freshName(shadow + lane));
        }
        return fresh;
    }

    /** The variable in the place of a shadow that is a reference. */
    Local reference(Local shadow, Type type) {
        return references.computeIfAbsent(
                shadow, key -> type.equals(key.type()) ? key : new Local(key.id(), key.name(), type, key.isFinal()));
    }

    /** The variable for what a call of a lane form returns. */
    Local dual(Local dual) {
        return duals.computeIfAbsent(dual, key -> {
            Type type = result(dual.type());
            return type instanceof DualType ? dual : new Local(dual.id(), dual.name(), type, dual.isFinal());
        });
    }

    /** Whether a variable holds what a call of a lane form returned. */
    boolean isDual(Local local) {
        return duals.containsKey(local);
    }

    /** What a call of the form returns in place of a dual. */
    Type result(Type dual) {
        return LaneNames.result(dual, lanes);
    }

    Type type(Type shadow) {
        return shadow;
    }

    Local temporary(String stem, Type type) {
        return locals.temporary(stem, type);
    }
}
