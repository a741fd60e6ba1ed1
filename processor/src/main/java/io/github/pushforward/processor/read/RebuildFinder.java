package io.github.pushforward.processor.read;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Obstacle;
import io.github.pushforward.processor.ir.Rebuild;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds a constructor by which objects of a class can be made again: it puts its parameters into fields, and no more. */
final class RebuildFinder {
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final IrTypes irTypes;
    private final Accessors accessors;
    private final Fillings fillings;

    RebuildFinder(Trees trees, Elements elements, Types types, IrTypes irTypes, Accessors accessors) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.irTypes = irTypes;
        this.accessors = accessors;
        this.fillings = new Fillings(trees, elements, irTypes);
    }

    /** One of the two. */
    record Found(@Nullable Rebuild rebuild, @Nullable Obstacle obstacle) {
        static Found not(String what, String advice) {
            return new Found(null, new Obstacle(what, advice));
        }
    }

    Found in(TypeElement type) {
        String name = type.getSimpleName().toString();
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        if (type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC)
                && !isRecord) {
            return Found.not(name + " is an inner class", "make it static");
        }
        Optional<TypeElement> stateAbove = unknownState(type);
        if (stateAbove.isPresent()) {
            return Found.not(
                    name + " extends " + stateAbove.get().getSimpleName()
                            + ", which has fields and is not marked @Differentiable",
                    "mark " + stateAbove.get().getSimpleName() + " as well");
        }
        List<VariableElement> fields = Aggregates.fields(type, irTypes);
        if (fields.stream().map(VariableElement::getSimpleName).distinct().count() < fields.size()) {
            return Found.not(name + " hides a field of a class that it extends", "rename one of them");
        }
        for (VariableElement field : fields) {
            if (!isHarmless(field)) {
                return Found.not(
                        "the initializer of the field " + field.getSimpleName() + " of " + name
                                + " may do more than to make a value",
                        "call no methods in it");
            }
        }
        List<ExecutableElement> constructors = constructors(type);
        List<Found> candidates = constructors.stream()
                .filter(constructor -> obstacle(constructor, name).isEmpty())
                .map(constructor -> by(constructor, type, fields))
                .toList();
        // One that would do if others could call it says more than one that does something else.
        Optional<Found> hindered = constructors.stream()
                .filter(constructor -> by(constructor, type, fields).rebuild() != null)
                .flatMap(constructor -> obstacle(constructor, name).stream())
                .map(obstacle -> new Found(null, obstacle))
                .findFirst();
        return candidates.stream()
                .filter(candidate -> candidate.rebuild() != null)
                .findFirst()
                .or(() -> hindered)
                .or(() -> candidates.stream().findFirst())
                .orElseGet(() ->
                        new Found(null, obstacle(constructors.get(0), name).orElseThrow()));
    }

    /** Why generated code cannot call a constructor. */
    private Optional<Obstacle> obstacle(ExecutableElement constructor, String name) {
        String subject = "the constructor of " + name;
        if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(new Obstacle(subject + " is private", "make it package-private"));
        }
        if (elements.isDeprecated(constructor)) {
            return Optional.of(new Obstacle(
                    subject + " is deprecated, and generated code may not cause warnings",
                    "add one that is not, and puts its parameters into fields"));
        }
        if (!constructor.getThrownTypes().isEmpty()) {
            return Optional.of(new Obstacle(
                    subject + " declares " + constructor.getThrownTypes().get(0),
                    "add one that declares no exceptions, and puts its parameters into fields"));
        }
        return constructor.getTypeParameters().isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        subject + " has type parameters",
                        "add one that has none, and puts its parameters into fields"));
    }

    /** A class above that is no active class and has fields. */
    private Optional<TypeElement> unknownState(TypeElement type) {
        TypeElement superclass = Fillings.superclass(type);
        if (superclass == null) {
            return Optional.empty();
        }
        boolean isKnown = irTypes.of(superclass).isActive();
        boolean hasState = ElementFilter.fieldsIn(superclass.getEnclosedElements()).stream()
                .anyMatch(field -> !field.getModifiers().contains(Modifier.STATIC));
        return !isKnown && hasState ? Optional.of(superclass) : unknownState(superclass);
    }

    private Optional<String> reading(VariableElement field) {
        if (field.getEnclosingElement().getKind() == ElementKind.RECORD) {
            return accessors.of(field, true).map(accessor -> accessor + "()");
        }
        return field.getModifiers().contains(Modifier.PRIVATE)
                ? accessors.of(field, true).map(accessor -> accessor + "()")
                : Optional.of(field.getSimpleName().toString());
    }

    /** Whether the initializer only makes a value, which is replaced: it may run once more. */
    private boolean isHarmless(VariableElement field) {
        if (!(trees.getTree(field) instanceof VariableTree tree) || tree.getInitializer() == null) {
            return true;
        }
        return !Harm.isIn(tree.getInitializer());
    }

    /** Those that take the most first. */
    private List<ExecutableElement> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> type.getKind() != ElementKind.RECORD || isCanonical(constructor, type))
                .sorted(Comparator.comparing(
                        constructor -> -constructor.getParameters().size()))
                .toList();
    }

    private boolean isCanonical(ExecutableElement constructor, TypeElement type) {
        List<? extends Element> components = type.getRecordComponents();
        List<? extends Element> parameters = constructor.getParameters();
        return components.size() == parameters.size()
                && IntStream.range(0, components.size())
                        .allMatch(i -> types.isSameType(
                                components.get(i).asType(), parameters.get(i).asType()));
    }

    private Found by(ExecutableElement constructor, TypeElement type, List<VariableElement> fields) {
        String name = type.getSimpleName().toString();
        Optional<KeepingConstructors.Filling> filling = fillings.by(constructor, type);
        if (filling.isEmpty()) {
            return Found.not(
                    "a constructor of " + name + " does more than to check its parameters and to put them into fields",
                    "do that in a static method, which then calls a constructor that keeps what it gets");
        }
        List<VariableElement> arguments = new ArrayList<>();
        for (VariableElement parameter : constructor.getParameters()) {
            Optional<VariableElement> field = fields.stream()
                    .filter(candidate -> parameter
                            .getSimpleName()
                            .contentEquals(filling.get()
                                    .kept()
                                    .getOrDefault(candidate.getSimpleName().toString(), "")))
                    .filter(candidate -> types.isSameType(candidate.asType(), parameter.asType()))
                    .findFirst();
            if (field.isEmpty()) {
                return Found.not(
                        "no field of " + name + " keeps the parameter " + parameter.getSimpleName()
                                + " of its constructor as it is",
                        "add a constructor that puts its parameters into fields");
            }
            arguments.add(field.get());
        }
        List<VariableElement> rest = new ArrayList<>(fields);
        rest.removeAll(arguments);
        rest.removeIf(field -> isEqualAnyway(field, filling.get(), arguments));
        Optional<VariableElement> lost = rest.stream()
                .filter(field -> field.getModifiers().contains(Modifier.FINAL) || !isReachable(field, type))
                .findFirst();
        Optional<VariableElement> unknown = fields.stream()
                .filter(field -> irTypes.of(field.asType()).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return Found.not(
                    "the type of the field " + unknown.get().getSimpleName() + " of " + name + " cannot be resolved",
                    "check the spelling and the imports");
        }
        Optional<VariableElement> hidden = Stream.concat(arguments.stream(), rest.stream())
                .filter(field -> reading(field).isEmpty())
                .findFirst();
        if (hidden.isPresent()) {
            return Found.not(
                    "the field " + hidden.get().getSimpleName() + " of " + name + " cannot be read from outside",
                    "make it package-private, or give it an accessor: a final method that does nothing but return it");
        }
        return lost.map(field -> Found.not(
                        "no constructor of " + name + " that puts its parameters into fields has one for the field "
                                + field.getSimpleName() + ", which cannot be assigned from outside",
                        "add a parameter for it, or make it neither private nor final"))
                .orElseGet(() -> new Found(
                        new Rebuild(
                                arguments.stream().map(this::field).toList(),
                                rest.stream().map(this::field).toList(),
                                filling.get().copies()),
                        null));
    }

    /** Whether the constructor gives the field what it had before, since it depends on nothing but constants. */
    private boolean isEqualAnyway(
            VariableElement field, KeepingConstructors.Filling filling, List<VariableElement> arguments) {
        if (!field.getModifiers().contains(Modifier.FINAL) || isActive(field)) {
            return false;
        }
        Set<String> dependences = filling.computed().get(field.getSimpleName().toString());
        if (dependences == null) {
            return field.getConstantValue() != null;
        }
        List<String> constants = arguments.stream()
                .filter(argument -> !isActive(argument))
                .map(argument -> filling.kept().get(argument.getSimpleName().toString()))
                .toList();
        return !typeOf(field).isMutable() && constants.containsAll(dependences);
    }

    private static boolean isReachable(VariableElement field, TypeElement type) {
        return field.getModifiers().contains(Modifier.PUBLIC)
                || (!field.getModifiers().contains(Modifier.PRIVATE)
                        && packageOf(field).equals(packageOf(type)));
    }

    private static Element packageOf(Element element) {
        Element result = element;
        while (result.getKind() != ElementKind.PACKAGE) {
            result = result.getEnclosingElement();
        }
        return result;
    }

    private Rebuild.Field field(VariableElement field) {
        return new Rebuild.Field(
                field.getSimpleName().toString(), typeOf(field), reading(field).orElseThrow(), isActive(field));
    }

    private Type typeOf(VariableElement field) {
        return irTypes.of(field.asType()).orElseThrow();
    }

    private boolean isActive(VariableElement field) {
        ClassType owner = irTypes.of((TypeElement) field.getEnclosingElement());
        return Aggregates.shadow(field, owner, typeOf(field)) != Shadow.NONE;
    }
}
