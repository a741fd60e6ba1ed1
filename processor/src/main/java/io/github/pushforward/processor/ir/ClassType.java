package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A class or interface type.
 *
 * @param packageName the package, empty for the unnamed one
 * @param simpleNames the names from the top-level class inwards
 * @param arguments the type arguments; none for a class that is not generic, and for a raw type
 */
public record ClassType(String packageName, List<String> simpleNames, List<Type> arguments) implements Type {

    public ClassType {
        simpleNames = List.copyOf(simpleNames);
        arguments = List.copyOf(arguments);
    }

    public static ClassType of(String packageName, String... simpleNames) {
        return new ClassType(packageName, List.of(simpleNames), List.of());
    }

    public ClassType withArguments(List<Type> newArguments) {
        return new ClassType(packageName, simpleNames, newArguments);
    }

    public ClassType erased() {
        return arguments.isEmpty() ? this : withArguments(List.of());
    }

    @Override
    public boolean carriesDerivative() {
        return tangentType().isFloating();
    }

    @Override
    public Type tangentType() {
        return equals(RunningSum.TYPE) ? Primitive.DOUBLE : Boxes.unboxed(this);
    }

    /** The name as source spells it: {@code java.util.Map.Entry}. */
    public String canonicalName() {
        String nested = String.join(".", simpleNames);
        return packageName.isEmpty() ? nested : packageName + "." + nested;
    }

    /** The top-level sibling that is generated for this class: {@code Outer_InnerTangent} for {@code Outer.Inner}. */
    public ClassType sibling(String suffix) {
        return of(packageName, String.join("_", simpleNames) + suffix);
    }

    public String topLevelName() {
        return simpleNames.get(0);
    }

    public boolean sameTopLevel(ClassType other) {
        return packageName.equals(other.packageName) && topLevelName().equals(other.topLevelName());
    }

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? canonicalName()
                : canonicalName() + arguments.stream().map(Type::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
