package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.LaneType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes of tangents that active classes have, of one direction and of several, made from what is known of those. */
final class TangentClasses {
    private static final int[] LANES = {2, 4, 8};

    /** @param lanes 0 for the class of one direction */
    record Shape(Aggregate aggregate, int lanes) {
        /** The parts for a component. */
        private List<String> parts(Aggregate.Component component) {
            Type tangent = component.type().tangentType();
            return lanes == 0 ? List.of(component.name()) : LaneType.parts(component.name(), tangent, lanes);
        }
    }

    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Aggregate> aggregates = new HashMap<>();
    private final Reflected reflected;

    TangentClasses(Collection<Aggregate> all, Reflected reflected) {
        this.reflected = reflected;
        for (Aggregate aggregate : all) {
            ClassType tangent = (ClassType) aggregate.type().tangentType();
            aggregates.put(Reflected.binaryName(aggregate.type()), aggregate);
            shapes.put(tangent.canonicalName(), new Shape(aggregate, 0));
            for (int lanes : LANES) {
                shapes.put(LaneType.of(tangent, lanes).canonicalName(), new Shape(aggregate, lanes));
            }
        }
    }

    Optional<Shape> shape(Type type) {
        return type instanceof ClassType named
                ? Optional.ofNullable(shapes.get(named.canonicalName()))
                : Optional.empty();
    }

    /** {@code new XTangent(parts)}. */
    TangentObject make(ClassType type, Shape shape, List<? extends @Nullable Object> values) {
        if (!shape.aggregate().isConcrete()) {
            throw new BrokenIr("a new object of " + type);
        }
        TangentObject made = new TangentObject(type);
        Iterator<? extends @Nullable Object> next = values.iterator();
        for (Aggregate.Component component : shape.aggregate().all()) {
            for (String part : shape.parts(component)) {
                if (!next.hasNext()) {
                    throw new BrokenIr("too few parts for " + type + ": " + values);
                }
                Object value = next.next();
                if (component.type().tangentType() instanceof Primitive number) {
                    value = Operators.cast(value, number);
                }
                made.parts.put(part, value);
            }
        }
        if (next.hasNext()) {
            throw new BrokenIr("too many parts for " + type + ": " + values);
        }
        return made;
    }

    /** What {@code zeros} of a tangent class gives for a value: {@code null}, a tangent, or an array of such. */
    @Nullable
    Object zeros(Shape shape, @Nullable Object value) {
        return zeros(value, shape.aggregate().type(), shape.lanes());
    }

    private @Nullable Object zeros(@Nullable Object value, Type type, int lanes) {
        if (value == null) {
            return null;
        }
        if (value.getClass().isArray() && type instanceof ArrayType || value instanceof Object[]) {
            Type component = type instanceof ArrayType array ? array.component() : type;
            return zerosOfArray(value, component, lanes);
        }
        Aggregate own = aggregates.get(value.getClass().getName());
        if (own == null) {
            return null; // objects of classes that are not marked are constants
        }
        ClassType tangent = (ClassType) own.type().tangentType();
        Shape shape = new Shape(own, lanes);
        List<@Nullable Object> parts = new ArrayList<>();
        for (Aggregate.Component component : own.all()) {
            Object part = reflected.peek(value, component.name());
            for (int i = 0; i < shape.parts(component).size(); i++) {
                parts.add(zerosOfPart(part, component.type(), lanes));
            }
        }
        return make(lanes == 0 ? tangent : LaneType.of(tangent, lanes), shape, parts);
    }

    private @Nullable Object zerosOfPart(@Nullable Object part, Type type, int lanes) {
        if (type.tangentType() instanceof Primitive number) {
            return Operators.cast(0.0, number);
        }
        return zeros(part, type, lanes);
    }

    private Object zerosOfArray(Object array, Type component, int lanes) {
        int length = Array.getLength(array);
        if (component instanceof Primitive number) {
            int wide = Math.max(1, lanes) * length;
            return number == Primitive.FLOAT ? new float[wide] : new double[wide];
        }
        Object made = Array.newInstance(arrayComponent(component), length);
        for (int i = 0; i < length; i++) {
            Array.set(made, i, zeros(Array.get(array, i), component, lanes));
        }
        return made;
    }

    private static Class<?> arrayComponent(Type component) {
        Class<?> element = component.elementType() == Primitive.DOUBLE
                ? double.class
                : component.elementType() == Primitive.FLOAT ? float.class : TangentObject.class;
        for (int i = 0; i < component.rank(); i++) {
            element = element.arrayType();
        }
        return element;
    }

    /** The class of the tangents along several directions, for one of those along one. */
    static ClassType ofLanes(ClassType tangent, int lanes) {
        return LaneType.of(tangent, lanes);
    }

    /** Whether a tangent is of a class or of one below it. */
    boolean isInstance(TangentObject tangent, ClassType type) {
        Shape wanted = shape(type).orElseThrow(() -> new BrokenIr("no class of tangents: " + type));
        Shape own = shape(tangent.type).orElseThrow();
        return own.lanes() == wanted.lanes()
                && (own.aggregate().type().equals(wanted.aggregate().type())
                        || wanted.aggregate()
                                .subclasses()
                                .contains(own.aggregate().type()));
    }
}
