package io.github.pushforward.programs.shrink;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of the records that programs consist of, whatever they are. */
public final class Parts {
    private Parts() {}

    /** The components of a node, in order. */
    public static List<@Nullable Object> of(Node node) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            try {
                parts.add(component.getAccessor().invoke(node));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return parts;
    }

    /** A node of the same kind whose components are those given. */
    static Node with(Node node, List<@Nullable Object> parts) {
        Constructor<?> constructor = node.getClass().getDeclaredConstructors()[0];
        try {
            return (Node) constructor.newInstance(parts.toArray());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How much there is in a node or a list: every reduction makes it less. */
    public static int weight(@Nullable Object part) {
        if (part instanceof List<?> list) {
            return list.stream().mapToInt(Parts::weight).sum();
        }
        if (!(part instanceof Node node)) {
            return 0;
        }
        int own = part instanceof Expr.Literal ? 1 : 2;
        return own + weight(of(node));
    }
}
