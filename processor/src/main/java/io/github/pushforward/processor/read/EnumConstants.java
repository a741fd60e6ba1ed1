package io.github.pushforward.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The methods in the bodies of enum constants. The class of such a constant has no name, so that a method in it becomes a
 * form of its own, for the class that goes to it, on an object of the enum.
 */
final class EnumConstants {
    private final Trees trees;
    private final Elements elements;
    private final IrTypes irTypes;
    private final Variants variants;

    EnumConstants(Trees trees, Elements elements, IrTypes irTypes, Variants variants) {
        this.trees = trees;
        this.elements = elements;
        this.irTypes = irTypes;
        this.variants = variants;
    }

    /** The constants of an enum that have a method in the place of another, which their enum declares or inherits. */
    List<Implementation> implementing(ExecutableElement method, TypeElement type, ClassType target, Callees callees) {
        if (type.getKind() != ElementKind.ENUM || trees.getPath(type) == null) {
            return List.of();
        }
        Optional<Callee> inherited = callees.of(method, target, null, Callee.Invocation.VIRTUAL);
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .flatMap(constant -> bodyOf(constant)
                        .flatMap(body -> overriding(body, method)
                                .flatMap(tree -> inherited.map(callee -> new Implementation(
                                        type, method, form(callee, constant, body, tree, target), constant))))
                        .stream())
                .toList();
    }

    private Optional<ClassTree> bodyOf(VariableElement constant) {
        return trees.getPath(constant).getLeaf() instanceof VariableTree field
                        && field.getInitializer() instanceof NewClassTree made
                ? Optional.ofNullable(made.getClassBody())
                : Optional.empty();
    }

    private static Optional<MethodTree> overriding(ClassTree body, ExecutableElement method) {
        return methods(body)
                .filter(tree -> tree.getName().equals(method.getSimpleName()))
                .filter(tree -> parameterTypes(tree)
                        .equals(method.getParameters().stream()
                                .map(parameter -> unqualified(parameter.asType().toString()))
                                .toList()))
                .findFirst();
    }

    private static Stream<MethodTree> methods(ClassTree body) {
        return body.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(tree -> tree.getReturnType() != null);
    }

    private static List<String> parameterTypes(MethodTree tree) {
        return tree.getParameters().stream()
                .map(parameter -> unqualified(parameter.getType().toString()))
                .toList();
    }

    private static String unqualified(String type) {
        return type.replaceAll("\\w+\\.", "").replace(" ", "");
    }

    private Callee form(Callee inherited, VariableElement constant, ClassTree body, MethodTree tree, ClassType target) {
        TypeElement type = (TypeElement) constant.getEnclosingElement();
        List<Type> types = new ArrayList<>(inherited.parameterTypes());
        types.set(0, irTypes.of(type));
        Callee form = Callee.specialized(
                target,
                inherited.name() + "Of" + camelCase(constant.getSimpleName().toString()),
                types,
                inherited.result(),
                inherited.rules(),
                variants.idOf(tree, "in " + target));
        variants.add(form, (asked, reporter) -> read(asked, constant, body, tree, target, reporter));
        return form;
    }

    /** {@code SoftPlus} for {@code SOFT_PLUS}. */
    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_")) {
            boolean isShouted = word.equals(word.toUpperCase(Locale.ROOT));
            String rest = word.isEmpty() ? "" : word.substring(1);
            name.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(isShouted ? rest.toLowerCase(Locale.ROOT) : rest);
        }
        return name.toString();
    }

    private Optional<Method> read(
            Callee form,
            VariableElement constant,
            ClassTree body,
            MethodTree tree,
            ClassType target,
            Reporter reporter) {
        TypeElement type = (TypeElement) constant.getEnclosingElement();
        TreePath path = trees.getPath(type);
        CompilationUnitTree file = path.getCompilationUnit();
        Optional<Tree> obstacle = obstacle(body, tree, type);
        if (obstacle.isPresent()) {
            reporter.report(new Problem(
                    Code.UnsupportedMethod,
                    "the body of " + constant.getSimpleName() + " has or uses members that others cannot reach",
                    "move them into " + type.getSimpleName() + ", and call what " + type.getSimpleName()
                            + " has by its own name",
                    Positions.spanOf(obstacle.get(), file)));
            return Optional.empty();
        }
        Span span = Positions.spanOf(tree, file);
        Locals locals = new Locals(target);
        Scope scope = new Scope();
        Set<String> names = DeclaredNames.in(tree);
        String name = "self";
        while (names.contains(name)) {
            name += "_";
        }
        Local self = locals.receiver(name, form.parameterTypes().get(0));
        List<Parameter> parameters = new ArrayList<>(List.of(new Parameter(self, false, span)));
        for (int i = 0; i < tree.getParameters().size(); i++) {
            String declared = tree.getParameters().get(i).getName().toString();
            Local local = locals.declared(declared, form.parameterTypes().get(i + 1));
            scope.declare(declared, local);
            parameters.add(new Parameter(local, false, span));
        }
        Deprecations deprecations = new Deprecations(elements);
        Situation situation = new Situation(target, constant, form.variant(), 0, null, null, variants);
        BodyContext outer = variants.reader().contextOf(type, form, scope, locals, deprecations, situation);
        BodyContext context = outer.inside(outer.callees(), self, scope, locals, deprecations, situation);
        Stmt.Block read = new BodyReader(context, form.result(), reporter).readAll(MethodStatements.of(tree));
        Set<String> lints = Lints.of(constant, file, irTypes.of(type), deprecations);
        return reporter.isEmpty()
                ? Optional.of(new Method(
                        form,
                        Access.PRIVATE,
                        parameters,
                        List.of(),
                        read,
                        Dispatch.NONE,
                        locals,
                        Lints.with(lints, read),
                        span))
                : Optional.empty();
    }

    /** What only the class of the constant itself can have or do. */
    private Optional<Tree> obstacle(ClassTree body, MethodTree method, TypeElement type) {
        List<Name> known = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .map(ExecutableElement::getSimpleName)
                .toList();
        Optional<Tree> state = body.getMembers().stream()
                .map(Tree.class::cast)
                .filter(member -> !(member instanceof MethodTree))
                .findFirst();
        return state.or(() -> Optional.ofNullable(
                new TreeScanner<@Nullable Tree, @Nullable Void>() {
                    @Override
                    public @Nullable Tree visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                        boolean isOwn =
                                methods(body).anyMatch(own -> own.getName().equals(tree.getName()))
                                        && !known.contains(tree.getName());
                        return isOwn || tree.getName().contentEquals("super") ? tree : null;
                    }

                    @Override
                    public @Nullable Tree reduce(@Nullable Tree one, @Nullable Tree other) {
                        return one != null ? one : other;
                    }
                }.scan(method.getBody(), null)));
    }
}
