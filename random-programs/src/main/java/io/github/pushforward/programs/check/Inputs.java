package io.github.pushforward.programs.check;

import io.github.pushforward.programs.generate.Dice;
import io.github.pushforward.programs.interpret.ArrayValue;
import io.github.pushforward.programs.interpret.ObjectValue;
import io.github.pushforward.programs.interpret.Real;
import io.github.pushforward.programs.tree.ClassDefinition;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments for the entry of a program, from a seed: always the same shapes, along any line through one point. */
final class Inputs {
    private final Program program;
    private final long seed;

    Inputs(Program program, long seed) {
        this.program = program;
        this.seed = seed;
    }

    /**
     * Arguments of one run.
     *
     * @param receiver the object whose method it is, or {@code null}
     */
    record Arguments(@Nullable ObjectValue receiver, List<@Nullable Object> values) {}

    /** How many active numbers there are. */
    int dimension() {
        Maker maker = new Maker(new double[1000], 0);
        maker.all();
        return maker.next;
    }

    /** The arguments at x + step·v, with tangents v, one number for each active number in order. */
    Arguments along(double[] v, double step) {
        return new Maker(v, step).all();
    }

    private final class Maker {
        private final Dice dice = new Dice(seed);
        private final double[] v;
        private final double step;
        private int next;

        Maker(double[] v, double step) {
            this.v = v;
            this.step = step;
        }

        Arguments all() {
            ObjectValue receiver = null;
            if (!program.entry().isStatic()) {
                Type.Named type = new Type.Named(program.name());
                receiver = new ObjectValue(
                        new ClassDefinition(type.name(), false, program.constants(), List.of()),
                        program.constants().stream()
                                .map(field -> make(field.type(), false))
                                .toList());
            }
            List<@Nullable Object> values = new ArrayList<>();
            for (Method.Parameter parameter : program.entry().parameters()) {
                values.add(make(parameter.type(), !parameter.isConstant()));
            }
            return new Arguments(receiver, values);
        }

        private Object make(Type type, boolean isActive) {
            if (type instanceof Type.Array array) {
                int length = array.element() instanceof Type.Named ? dice.between(1, 2) : dice.between(2, 3);
                List<Object> elements = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    elements.add(make(array.element(), isActive));
                }
                return new ArrayValue(array, elements);
            }
            if (type instanceof Type.Named named) {
                var definition = program.definition(named);
                return new ObjectValue(
                        definition,
                        definition.fields().stream()
                                .map(field -> make(field.type(), isActive && !field.isConstant()))
                                .toList());
            }
            return switch ((Primitive) type) {
                case BOOLEAN -> dice.percent(50);
                case LONG -> (Object) (long) dice.between(-3, 6);
                case FLOAT, DOUBLE -> number((Primitive) type, isActive);
                default -> (Object) dice.between(-2, 5);
            };
        }

        private Real number(Primitive type, boolean isActive) {
            double value = Math.rint(dice.real(-2, 2.5) * 4096) / 4096;
            if (dice.percent(12)) {
                value = dice.of(0.0, 1.0, -1.0, 2.0);
            }
            if (!isActive) {
                return Real.constant(value);
            }
            double tangent = v[next++];
            double moved = value + step * tangent;
            return Real.input(type == Primitive.FLOAT ? (float) moved : moved, tangent);
        }
    }
}
