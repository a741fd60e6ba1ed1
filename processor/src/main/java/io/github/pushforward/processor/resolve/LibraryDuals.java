package io.github.pushforward.processor.resolve;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functional interfaces of {@code java.util.function} whose dual forms the runtime has. */
final class LibraryDuals {
    private static final String FUNCTION = "java.util.function";
    private static final String RUNTIME = "io.github.pushforward.runtime";

    /** What the type arguments of a dual form are: those of the plain one, and those of their tangents. */
    private static final Map<String, Dual> DUALS = Map.ofEntries(
            entry("DoubleUnaryOperator", "DualUnaryOperator", "apply"),
            entry("DoubleBinaryOperator", "DualBinaryOperator", "apply"),
            entry("DoubleSupplier", "DualSupplier", "get"),
            entry("IntToDoubleFunction", "IntToDualFunction", "apply"),
            entry("LongToDoubleFunction", "LongToDualFunction", "apply"),
            entry("ToDoubleFunction", "ToDualFunction", "apply"),
            entry("ToDoubleBiFunction", "ToDualBiFunction", "apply"),
            entry("DoubleFunction", "DoubleToDualFunction", "apply"),
            entry("Function", "DualFunction", "apply"),
            entry("UnaryOperator", "DualArrayOperator", "apply"));

    /**
     * A dual form.
     *
     * @param name its class
     * @param method the method that takes tangents
     */
    record Dual(String name, String method) {

        /** Whether all that is generic in it carries derivatives, arrays that is. */
        boolean isOver(List<Type> parameterTypes, List<Boolean> active, Type result) {
            for (int i = 0; i < parameterTypes.size(); i++) {
                boolean isReference = !(parameterTypes.get(i) instanceof Primitive);
                if (isReference && !(active.get(i) && isAggregate(parameterTypes.get(i)))) {
                    return false;
                }
            }
            return result.isFloating() || (result.carriesDerivative() && isAggregate(result));
        }

        /** Not in a box, and not a function. */
        private static boolean isAggregate(Type type) {
            return type.isMutable();
        }

        ClassType type(ClassType plain) {
            List<Type> arguments = new ArrayList<>(plain.arguments());
            plain.arguments().forEach(argument -> arguments.add(argument.tangentType()));
            return ClassType.of(RUNTIME, name).withArguments(arguments);
        }
    }

    private LibraryDuals() {}

    private static Map.Entry<String, Dual> entry(String plain, String dual, String method) {
        return Map.entry(plain, new Dual(dual, method));
    }

    static Optional<Dual> of(ClassType plain) {
        boolean isLibrary =
                plain.packageName().equals(FUNCTION) && plain.simpleNames().size() == 1;
        return isLibrary ? Optional.ofNullable(DUALS.get(plain.topLevelName())) : Optional.empty();
    }
}
