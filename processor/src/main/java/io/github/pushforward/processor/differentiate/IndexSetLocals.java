package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.regex.Pattern;

/** The variables of an index-set form: {@code xInputs}, a set or an array of sets, for {@code xTangent}. */
final class IndexSetLocals extends LaneLocals {
    private static final Pattern ENDING = Pattern.compile("Tangent_*$");

    IndexSetLocals(Locals locals) {
        super(locals, 1);
    }

    @Override
    Local reference(Local shadow, Type type) {
        return of(shadow).get(0);
    }

    @Override
    List<String> freshNames(String shadow) {
        return List.of(locals.freshName(ENDING.matcher(shadow).replaceFirst("") + "Inputs"));
    }

    @Override
    Type type(Type shadow) {
        return IndexSetNames.sets(shadow);
    }

    @Override
    Type result(Type dual) {
        return IndexSetNames.result(dual);
    }
}
