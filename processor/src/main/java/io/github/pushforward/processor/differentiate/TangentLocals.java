package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The shadow of each active variable. */
final class TangentLocals {
    private final UnaryOperator<Local> naming;
    private final Map<Local, Local> tangents = new HashMap<>();
    private final Map<Local, Local> primals = new HashMap<>();

    TangentLocals(Locals locals) {
        this(locals::tangentOf);
    }

    private TangentLocals(UnaryOperator<Local> naming) {
        this.naming = naming;
    }

    /** The shadows along a second direction, of variables some of which are shadows along the first. */
    static TangentLocals second(Locals locals) {
        return new TangentLocals(locals::secondTangentOf);
    }

    Local of(Local primal) {
        Local tangent = tangents.computeIfAbsent(primal, naming);
        primals.put(tangent, primal);
        return tangent;
    }

    /** Gives a variable a shadow of its own. */
    void set(Local primal, Local tangent) {
        tangents.put(primal, tangent);
    }

    boolean isShadowed(Local local) {
        return tangents.containsKey(local);
    }

    /** The variable whose shadow this is. */
    Optional<Local> primalOf(Local tangent) {
        return Optional.ofNullable(primals.get(tangent));
    }
}
