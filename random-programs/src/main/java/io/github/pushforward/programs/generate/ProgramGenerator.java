package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes programs from seeds: well typed, with loops that end, over the language that the processor supports. What it documents as
 * refused does not occur. The same seed gives the same program on every JDK.
 */
public final class ProgramGenerator {
    private ProgramGenerator() {}

    /** The program of a seed. */
    public static Program generate(long seed) {
        Dice dice = new Dice(seed);
        Library library = new Library();
        Methods methods = new Methods(dice, library);
        int order = dice.percent(30) ? 2 : 1;
        if (order == 1 && dice.percent(45)) {
            library.classes.add(methods.definition("Vec", true));
        }
        if (order == 1 && dice.percent(25)) {
            library.classes.add(methods.definition("Cell", false));
        }
        if (dice.percent(20)) {
            library.interfaces.add(new Type.Function(
                    "Mix",
                    "mix",
                    dice.percent(50)
                            ? List.of(Primitive.DOUBLE, Primitive.DOUBLE, Primitive.INT)
                            : List.of(Body.VECTOR, Primitive.DOUBLE),
                    Primitive.DOUBLE,
                    false));
        }
        for (int i = dice.between(0, 3); i > 0; i--) {
            library.helpers.add(methods.helper("h" + i));
        }
        List<Method.Parameter> constants = new ArrayList<>();
        if (dice.percent(15)) {
            constants.add(new Method.Parameter(Primitive.DOUBLE, "scale", true));
            constants.add(new Method.Parameter(Body.VECTOR, "table", true));
        }
        Type.Named owner = new Type.Named("Program" + Long.toUnsignedString(seed));
        Method entry = methods.entry(constants, owner, order);
        return new Program(
                seed, List.copyOf(library.classes), library.interfaces, constants, library.helpers, entry, order);
    }
}
