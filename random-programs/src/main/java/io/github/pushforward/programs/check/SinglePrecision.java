package io.github.pushforward.programs.check;

import io.github.pushforward.programs.shrink.Parts;
import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Node;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where numbers of type {@code float} vary, steps small enough for a difference are lost in rounding. */
final class SinglePrecision {
    private SinglePrecision() {}

    static boolean isIn(Program program) {
        return has(program);
    }

    private static boolean has(@Nullable Object part) {
        if (part instanceof Type type) {
            return part == Primitive.FLOAT
                    || (type instanceof Type.Array array && has(array.element()))
                    || (type instanceof Type.Box box && has(box.primitive()));
        }
        if (part instanceof Expr expr && has(expr.type()) && !(expr instanceof Expr.Literal)) {
            return true;
        }
        if (part instanceof List<?> list) {
            return list.stream().anyMatch(SinglePrecision::has);
        }
        return part instanceof Node node
                && !(node instanceof Expr.Literal)
                && Parts.of(node).stream().anyMatch(SinglePrecision::has);
    }
}
