package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.lang.reflect.Array;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be assigned to: variables, elements of arrays, fields. */
final class Places {
    private final Activation activation;
    private final Evaluation expressions;

    Places(Activation activation, Evaluation expressions) {
        this.activation = activation;
        this.expressions = expressions;
    }

    /** A place whose operands have been evaluated, once. */
    interface Place {
        @Nullable
        Object get();

        void set(@Nullable Object value);
    }

    Place of(Expr target) {
        if (target instanceof Expr.Read read) {
            return new Variable(activation.scopes, read.local());
        }
        if (target instanceof Expr.Element element) {
            Object array = expressions.evaluate(element.array());
            return new ArrayElement(array, expressions.index(element.index()));
        }
        if (target instanceof Expr.Field field) {
            if (field.accessor() != null) {
                throw new BrokenIr("an assignment to what is read by a method: " + field);
            }
            return new ObjectField(this, field, expressions.evaluate(field.object()));
        }
        if (target instanceof Expr.StaticField field) {
            throw new BrokenIr("an assignment to a static field: " + field);
        }
        throw new BrokenIr("nothing to assign to: " + target);
    }

    private record Variable(Scopes scopes, Local local) implements Place {
        @Override
        public @Nullable Object get() {
            return scopes.get(local.name());
        }

        @Override
        public void set(@Nullable Object value) {
            scopes.set(local.name(), value);
        }
    }

    private record ArrayElement(@Nullable Object array, int index) implements Place {
        @Override
        public @Nullable Object get() {
            return Array.get(Objects.requireNonNull(array), index);
        }

        @Override
        public void set(@Nullable Object value) {
            Array.set(Objects.requireNonNull(array), index, value);
        }
    }

    private record ObjectField(
            Places places, Expr.Field field, @Nullable Object object) implements Place {
        @Override
        public @Nullable Object get() {
            return places.read(field, Objects.requireNonNull(object));
        }

        @Override
        public void set(@Nullable Object value) {
            Objects.requireNonNull(object);
            if (object instanceof TangentObject tangent) {
                tangent.set(field.name(), value);
                return;
            }
            try {
                places.activation
                        .machine
                        .program
                        .reflected
                        .usableField(field.owner(), field.name())
                        .set(object, value);
            } catch (IllegalAccessException hidden) {
                throw new BrokenIr(hidden.toString());
            }
        }
    }

    @Nullable
    Object read(Expr.Field field, Object object) {
        Object value = value(field, object);
        Type type = field.type();
        return type instanceof Primitive primitive ? Operators.cast(value, primitive) : value;
    }

    private @Nullable Object value(Expr.Field field, Object object) {
        if (object instanceof TangentObject tangent) {
            String part = field.accessor() == null ? field.name() : field.accessor();
            return tangent.get(part);
        }
        Reflected reflected = activation.machine.program.reflected;
        if (field.accessor() != null) {
            return reflected.call(field.owner(), field.accessor(), java.util.List.of(), object, java.util.List.of());
        }
        try {
            return reflected.usableField(field.owner(), field.name()).get(object);
        } catch (IllegalAccessException hidden) {
            throw new BrokenIr(hidden.toString());
        }
    }
}
