package io.github.pushforward.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.ActiveTypes;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads the declaration of an active class: which components its tangent has. */
final class AggregateReader {
    private final Trees trees;
    private final Types types;
    private final IrTypes irTypes;
    private final ActiveTypes activeTypes;
    private final Accessors accessors;
    private final Deprecations deprecations;
    private final RebuildReader rebuilds;

    AggregateReader(
            Trees trees,
            Types types,
            IrTypes irTypes,
            ActiveTypes activeTypes,
            Accessors accessors,
            Deprecations deprecations,
            RebuildReader rebuilds) {
        this.rebuilds = rebuilds;
        this.trees = trees;
        this.types = types;
        this.irTypes = irTypes;
        this.activeTypes = activeTypes;
        this.accessors = accessors;
        this.deprecations = deprecations;
    }

    /** The class; nothing where it has problems, which are reported. */
    Optional<Aggregate> read(TypeElement type, Reporter reporter) {
        CompilationUnitTree file = trees.getPath(type).getCompilationUnit();
        int before = reporter.problems().size();
        check(type, file, reporter);
        List<Aggregate.Component> inherited = new ArrayList<>();
        List<Aggregate.Component> own = new ArrayList<>();
        for (VariableElement field : Aggregates.activeFields(type, irTypes)) {
            (field.getEnclosingElement().equals(type) ? own : inherited).add(component(field, type, reporter));
        }
        Orders.check(type, ((ClassTree) trees.getPath(type).getLeaf()).getModifiers(), file, reporter);
        checkTypes(type, reporter);
        checkNames(type, file, reporter);
        if (reporter.problems().size() > before) {
            return Optional.empty();
        }
        // The tangent names the class and those below it.
        activeTypes.all().stream().filter(other -> isBelow(other, type)).forEach(deprecations::note);
        return Optional.of(new Aggregate(
                irTypes.of(type),
                form(type),
                Aggregates.activeSuperclass(type, irTypes).map(irTypes::of).orElse(null),
                activeInterfaces(type),
                subclasses(type),
                inherited,
                own,
                form(type) == Aggregate.Form.CLASS && !type.getModifiers().contains(Modifier.FINAL),
                isConcrete(type) ? rebuilds.of(type).orElse(null) : null,
                Lints.of(type, file, irTypes.of(type), deprecations)));
    }

    private static Aggregate.Form form(TypeElement type) {
        if (type.getKind() == ElementKind.INTERFACE) {
            return Aggregate.Form.INTERFACE;
        }
        if (type.getKind() == ElementKind.RECORD) {
            return Aggregate.Form.RECORD;
        }
        return type.getModifiers().contains(Modifier.ABSTRACT) ? Aggregate.Form.ABSTRACT_CLASS : Aggregate.Form.CLASS;
    }

    private static boolean isConcrete(TypeElement type) {
        return form(type) == Aggregate.Form.RECORD || form(type) == Aggregate.Form.CLASS;
    }

    private List<ClassType> activeInterfaces(TypeElement type) {
        return type.getInterfaces().stream()
                .map(mirror -> irTypes.of((TypeElement) ((DeclaredType) mirror).asElement()))
                .filter(ClassType::isActive)
                .toList();
    }

    private List<ClassType> subclasses(TypeElement type) {
        List<TypeElement> sorted = new ArrayList<>();
        activeTypes.all().stream()
                .filter(other -> !other.equals(type) && isBelow(other, type))
                .filter(other -> !other.getModifiers().contains(Modifier.ABSTRACT))
                .filter(other -> isInSight(other, type))
                .forEach(other -> sorted.add(placeOf(other, sorted), other));
        return sorted.stream().map(irTypes::of).toList();
    }

    /** Whether the tangent of one class can name another. */
    private boolean isInSight(TypeElement named, TypeElement from) {
        return Names.isPublic(named)
                || irTypes.of(named).packageName().equals(irTypes.of(from).packageName());
    }

    /** Before the first class that it extends: an object is of the most derived class that fits. */
    private int placeOf(TypeElement type, List<TypeElement> sorted) {
        int at = 0;
        while (at < sorted.size() && !isBelow(type, sorted.get(at))) {
            at++;
        }
        return at;
    }

    private boolean isBelow(TypeElement one, TypeElement other) {
        return types.isSubtype(types.erasure(one.asType()), types.erasure(other.asType()));
    }

    private void check(TypeElement type, CompilationUnitTree file, Reporter reporter) {
        String name = type.getSimpleName().toString();
        Tree tree = trees.getTree(type);
        if (type.getKind() == ElementKind.ENUM || type.getKind() == ElementKind.ANNOTATION_TYPE) {
            report(
                    Code.UnsupportedType,
                    name + " cannot hold active values, because its objects are constants",
                    "mark a class or a record",
                    tree,
                    file,
                    reporter);
        }
        if (KotlinClasses.isIn(type)) {
            report(
                    Code.UnsupportedType,
                    name + " is a Kotlin class, whose constructors and methods are not to be seen in Java",
                    "write it in Java",
                    tree,
                    file,
                    reporter);
        }
        if (!type.getTypeParameters().isEmpty()) {
            report(
                    Code.UnsupportedType,
                    "the generic class " + name + " cannot be marked @Differentiable",
                    "write it for the types that you use",
                    tree,
                    file,
                    reporter);
        }
        activeTypes.all().stream()
                .filter(above -> !above.equals(type) && isBelow(type, above) && !isInSight(type, above))
                .findFirst()
                .ifPresent(above -> report(
                        Code.NotAccessible,
                        "the class " + name + " is not public, so that the tangent of " + irTypes.of(above)
                                + ", which it extends from another package, cannot name it",
                        "make it public",
                        tree,
                        file,
                        reporter));
        if (Names.isPrivate(type)) {
            report(
                    Code.NotAccessible,
                    "the class " + name + " is private, so the generated sibling cannot name it",
                    "make it package-private",
                    tree,
                    file,
                    reporter);
        }
    }

    /** By its name alone, the generated code would mean the wrong field, or the field in place of a class. */
    private void checkNames(TypeElement type, CompilationUnitTree file, Reporter reporter) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getSimpleName().contentEquals(Aggregate.LAYOUT)) {
                report(
                        Code.NameClash,
                        "the field " + field.getSimpleName() + " of " + type.getSimpleName()
                                + " has the name of a class in its tangent",
                        "give it another name",
                        trees.getTree(field),
                        file,
                        reporter);
            }
            Aggregates.activeFields(type, irTypes).stream()
                    .filter(other -> other.getSimpleName().equals(field.getSimpleName()) && !other.equals(field))
                    .findFirst()
                    .ifPresent(hidden -> report(
                            Code.UnsupportedType,
                            "the field " + field.getSimpleName() + " hides that of "
                                    + irTypes.of((TypeElement) hidden.getEnclosingElement()) + ", which has a tangent",
                            "give it another name",
                            trees.getTree(field),
                            file,
                            reporter));
        }
    }

    /** A field of an unknown type may be active: its class waits for that type. */
    private void checkTypes(TypeElement type, Reporter reporter) {
        for (VariableElement field : Aggregates.fields(type, irTypes)) {
            if (irTypes.of(field.asType()).isEmpty()) {
                report(
                        Code.UnresolvedName,
                        "the type of the field " + field.getSimpleName() + " cannot be resolved",
                        "check the spelling and the imports",
                        placeOf(field, type),
                        reporter);
            }
        }
    }

    private Aggregate.Component component(VariableElement field, TypeElement type, Reporter reporter) {
        String name = field.getSimpleName().toString();
        Type fieldType = irTypes.of(field.asType()).orElseThrow();
        ClassType owner = irTypes.of((TypeElement) field.getEnclosingElement());
        boolean isRecord = field.getEnclosingElement().getKind() == ElementKind.RECORD;
        boolean isHidden = Names.isPrivate(field);
        Optional<String> accessor =
                isRecord ? Optional.of(name) : isHidden ? accessors.of(field, true) : Optional.empty();
        if (isHidden && accessor.isEmpty()) {
            report(
                    Code.NotAccessible,
                    "the field " + name + " of " + owner + " is private, so a generated sibling cannot read it",
                    "make it package-private, or give it an accessor: a final method that does nothing but return it",
                    placeOf(field, type),
                    reporter);
        }
        deprecations.note(field);
        ElementFilter.methodsIn(field.getEnclosingElement().getEnclosedElements()).stream()
                .filter(method -> method.getParameters().isEmpty())
                .filter(method ->
                        accessor.filter(method.getSimpleName()::contentEquals).isPresent())
                .forEach(deprecations::note);
        Access access = isHidden ? Access.PACKAGE : MethodReader.access(field);
        return new Aggregate.Component(name, fieldType, owner, access, accessor.orElse(null));
    }

    /** A field of a superclass may be in another file, or in none: then its problem is one of the class. */
    private Span placeOf(VariableElement field, TypeElement type) {
        TreePath path = trees.getPath(field) == null ? trees.getPath(type) : trees.getPath(field);
        return Positions.spanOf(path.getLeaf(), path.getCompilationUnit());
    }

    private static void report(Code code, String what, String advice, Span place, Reporter reporter) {
        reporter.report(new Problem(code, what, advice, place));
    }

    private static void report(
            Code code, String what, String advice, Tree tree, CompilationUnitTree file, Reporter reporter) {
        report(code, what, advice, Positions.spanOf(tree, file), reporter);
    }
}
