package io.github.pushforward.programs.check;

import io.github.pushforward.programs.interpret.ArrayValue;
import io.github.pushforward.programs.interpret.ObjectValue;
import io.github.pushforward.programs.interpret.Real;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers in values, in the order of flat views: arrays row by row, objects field by field. */
final class Outputs {
    private Outputs() {}

    /** The real numbers of a value of the interpreter. */
    static List<Real> reals(@Nullable Object value) {
        List<Real> reals = new ArrayList<>();
        collect(value, reals);
        return reals;
    }

    private static void collect(@Nullable Object value, List<Real> reals) {
        if (value instanceof Real real) {
            reals.add(real);
        } else if (value instanceof ArrayValue array && array.type().isReal()) {
            for (int i = 0; i < array.length(); i++) {
                collect(array.get(i), reals);
            }
        } else if (value instanceof ObjectValue object) {
            object.definition().fields().stream()
                    .filter(field -> field.isActive())
                    .forEach(field -> collect(object.get(field.name()), reals));
        }
    }

    /** The real numbers of a value or tangent of Java. */
    static double[] numbers(@Nullable Object value) throws ReflectiveOperationException {
        List<Number> numbers = new ArrayList<>();
        flatten(value, numbers);
        return numbers.stream().mapToDouble(Number::doubleValue).toArray();
    }

    /** Which of the {@link #numbers} are of type {@code float}. */
    static boolean[] singles(@Nullable Object value) throws ReflectiveOperationException {
        List<Number> numbers = new ArrayList<>();
        flatten(value, numbers);
        boolean[] singles = new boolean[numbers.size()];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = numbers.get(i) instanceof Float;
        }
        return singles;
    }

    private static void flatten(@Nullable Object value, List<Number> numbers) throws ReflectiveOperationException {
        if (value == null) {
            return;
        }
        if (value instanceof Number number) {
            numbers.add(number);
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                flatten(Array.get(value, i), numbers);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                flatten(JavaValues.read(value, component.getName()), numbers);
            }
        } else {
            for (Field field : value.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    flatten(JavaValues.read(value, field.getName()), numbers);
                }
            }
        }
    }
}
