package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.resolve.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The implementations of methods without a body, as a class sees them that goes to them. */
final class Implementations {
    private final ClassType target;
    private final Callees callees;
    private final Subclasses classes;
    private final EnumConstants constants;
    private final boolean skips;

    /**
     * @param target the class that goes to them
     * @param skips whether those without a tangent are left out: their objects are refused at run time
     */
    Implementations(ClassType target, Callees callees, Subclasses classes, EnumConstants constants, boolean skips) {
        this.constants = constants;
        this.target = target;
        this.callees = callees;
        this.classes = classes;
        this.skips = skips;
    }

    /** The same where other custom rules hold. */
    Implementations under(Callees others) {
        return new Implementations(target, others, classes, constants, skips);
    }

    /** In the order in which to test for their classes. */
    List<Implementation> of(ExecutableElement method) {
        Map<TypeElement, Implementation> found = new LinkedHashMap<>();
        // Inherited from a class that knows nothing of the interface.
        for (TypeElement type : classes.concrete(Subclasses.ownerOf(method))) {
            classes.implementation(method, type)
                    .filter(other -> !classes.isSubclass(Subclasses.ownerOf(other), Subclasses.ownerOf(method)))
                    .ifPresent(other -> add(type, other, found));
        }
        addOverriders(method, found);
        List<Implementation> all = new ArrayList<>();
        for (TypeElement type : classes.withSubclasses(Subclasses.ownerOf(method))) {
            // Else what its enum has goes to those that have something else.
            boolean isOnlyInConstants = classes.implementation(method, type)
                    .filter(other -> !AbstractMethods.isAbstract(other))
                    .isEmpty();
            all.addAll(isOnlyInConstants ? constants.implementing(method, type, target, callees) : List.of());
        }
        all.addAll(mostDerivedFirst(List.copyOf(found.values())));
        return all;
    }

    private void addOverriders(ExecutableElement method, Map<TypeElement, Implementation> found) {
        for (ExecutableElement overrider : classes.overriders(method)) {
            TypeElement type = Subclasses.ownerOf(overrider);
            boolean hasObjects =
                    Subclasses.isConcrete(type) || !classes.concrete(type).isEmpty();
            boolean isOnlyDeclared = AbstractMethods.isAbstract(overrider) && !Callees.isAnnotated(overrider);
            if (hasObjects && (isOnlyDeclared || !add(type, overrider, found))) {
                addOverriders(overrider, found);
            }
        }
    }

    private boolean add(TypeElement type, ExecutableElement method, Map<TypeElement, Implementation> found) {
        Optional<Implementation> implementation = callees.of(method, target, null, Callee.Invocation.VIRTUAL)
                .map(callee -> new Implementation(type, method, callee, null))
                .filter(each -> !skips || (each.hasTangent() && isInSight(each)));
        implementation.ifPresent(each -> found.putIfAbsent(type, each));
        return implementation.isPresent();
    }

    /** Classes before interfaces, which an object may have beside its class; then what is below others before those. */
    private List<Implementation> mostDerivedFirst(List<Implementation> all) {
        List<Implementation> sorted = new ArrayList<>();
        for (Implementation each : all) {
            int at = 0;
            while (at < sorted.size() && !precedes(each, sorted.get(at))) {
                at++;
            }
            sorted.add(at, each);
        }
        return sorted;
    }

    private boolean precedes(Implementation one, Implementation other) {
        boolean isClass = one.type().getKind().isClass();
        return isClass == other.type().getKind().isClass() ? classes.isSubclass(one.type(), other.type()) : isClass;
    }

    /** Whether the siblings of the class can name an implementation and call it. */
    boolean isInSight(Implementation implementation) {
        String packageName = target.packageName();
        return Names.isInSight(implementation.type(), packageName)
                && Names.isInSight(implementation.method(), packageName);
    }
}
