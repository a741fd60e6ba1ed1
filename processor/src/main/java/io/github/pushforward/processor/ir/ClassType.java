package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A class or interface type.
 *
 * @param packageName the package, empty for the unnamed one
 * @param simpleNames the names from the top-level class inwards
 * @param arguments the type arguments; none for a class that is not generic, and for a raw type
 * @param holding what its objects have to do with active values
 */
public record ClassType(String packageName, List<String> simpleNames, List<Type> arguments, Holding holding)
        implements Type {

    /** Whether objects of a class may hold active values: it is marked {@code @Differentiable}, or is above or below one that is. */
    public enum Holding {
        /** They hold none: they are constants. */
        NONE,
        /** They hold none, though variables of an active type may refer to them: nothing active may be put into them. */
        BARRED,
        /** They hold values that never change: two objects of equal values may stand for each other. */
        VALUES,
        /** They hold values that may be changed through every reference to them. */
        MEMORY
    }

    /** A class whose objects are constants. */
    public ClassType(String packageName, List<String> simpleNames, List<Type> arguments) {
        this(packageName, simpleNames, arguments, Holding.NONE);
    }

    /** Whether its objects may hold active values. */
    public boolean isActive() {
        return holding == Holding.VALUES || holding == Holding.MEMORY;
    }

    public ClassType {
        simpleNames = List.copyOf(simpleNames);
        arguments = List.copyOf(arguments);
    }

    public static ClassType of(String packageName, String... simpleNames) {
        return new ClassType(packageName, List.of(simpleNames), List.of());
    }

    public ClassType withArguments(List<Type> newArguments) {
        return new ClassType(packageName, simpleNames, newArguments, holding);
    }

    public ClassType erased() {
        return arguments.isEmpty() ? this : withArguments(List.of());
    }

    @Override
    public boolean carriesDerivative() {
        return isActive() || tangentType().isFloating();
    }

    @Override
    public Type tangentType() {
        if (equals(RunningSum.TYPE)) {
            return Primitive.DOUBLE;
        }
        return isActive() ? sibling("Tangent") : Boxes.unboxed(this);
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

    /** The name of the class alone: {@code Entry}. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
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
