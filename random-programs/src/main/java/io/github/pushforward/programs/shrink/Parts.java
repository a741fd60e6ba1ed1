package io.github.pushforward.programs.shrink;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of the records that programs consist of, whatever they are. */
public final class Parts {
    private Parts() {}

    /** Reflection is slow where it is asked for the same again and again. */
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getAccessor)
                            .toList(),
                    type.getDeclaredConstructors()[0]);
        }
    };

    private record Shape(List<Method> accessors, Constructor<?> constructor) {}

    /** The components of a node, in order. */
    public static List<@Nullable Object> of(Node node) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (Method accessor : SHAPES.get(node.getClass()).accessors()) {
            try {
                parts.add(accessor.invoke(node));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return parts;
    }

    /** A node of the same kind whose components are those given. */
    static Node with(Node node, List<@Nullable Object> parts) {
        Constructor<?> constructor = SHAPES.get(node.getClass()).constructor();
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
        int inner = part instanceof Node node
                ? of(node).stream().mapToInt(Parts::weight).sum()
                : 0;
        return own(part) + inner;
    }

    /** The weight of a node without what is in it. */
    static int own(@Nullable Object part) {
        return part instanceof Expr.Literal ? 1 : part instanceof Node ? 2 : 0;
    }
}
