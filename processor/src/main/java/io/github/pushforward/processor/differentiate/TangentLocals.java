package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The shadow of each active variable. */
final class TangentLocals {
    private final Locals locals;
    private final Map<Local, Local> tangents = new HashMap<>();
    private final Map<Local, Local> primals = new HashMap<>();

    TangentLocals(Locals locals) {
        this.locals = locals;
    }

    Local of(Local primal) {
        Local tangent = tangents.computeIfAbsent(primal, locals::tangentOf);
        primals.put(tangent, primal);
        return tangent;
    }

    /** Gives a variable a shadow of its own. */
    void set(Local primal, Local tangent) {
        tangents.put(primal, tangent);
    }

    /** The variable whose shadow this is. */
    Optional<Local> primalOf(Local tangent) {
        return Optional.ofNullable(primals.get(tangent));
    }
}
