package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Rebuilds;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Table;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.ActiveTypes;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Members;
import io.github.pushforward.processor.resolve.Names;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads one method of a source file into IR. */
public final class MethodReader {
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final ActiveTypes activeTypes;
    private final IrTypes irTypes;
    private final Overloads overloads;
    private final Callees callees;
    private final PrivateTables tables;
    private final CustomRules customRules;
    private final NamedRules namedRules;
    private final Members members;
    private final Subclasses subclasses;
    private final Accessors accessors;
    private final FunctionTypes functionTypes;
    private final Variants variants;
    private final Constructors constructors;
    private final RebuildReader rebuilds;
    private final AbstractMethods abstractMethods;
    private final Orders orders;

    /** @param roots the top-level classes of the compilation */
    public MethodReader(Trees trees, Elements elements, Types types, Collection<? extends Element> roots) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.activeTypes = new ActiveTypes(roots, elements);
        this.irTypes = new IrTypes(elements, types, activeTypes, roots);
        this.members = new Members(types, irTypes);
        this.overloads = new Overloads(types, irTypes);
        this.callees = new Callees(irTypes, members, trees, elements);
        this.orders = new Orders(irTypes, callees, trees, elements);
        this.tables = new PrivateTables(trees, elements);
        this.customRules = new CustomRules(trees, elements, types, irTypes, callees);
        this.namedRules = new NamedRules(trees, elements, customRules);
        this.subclasses = new Subclasses(elements, types, roots);
        this.accessors = new Accessors(trees, types, subclasses, activeTypes);
        this.functionTypes = new FunctionTypes(trees, elements, subclasses);
        this.variants = new Variants(this, trees);
        this.constructors = new Constructors(trees, elements, irTypes);
        this.rebuilds = new RebuildReader(trees, elements, types, irTypes, activeTypes, accessors);
        this.abstractMethods = new AbstractMethods(
                trees, elements, irTypes, members, subclasses, new EnumConstants(trees, elements, irTypes, variants));
    }

    AbstractMethods abstractMethods() {
        return abstractMethods;
    }

    /** The rules that a method names; problems at that place are reported. */
    public RuleSet rules(ExecutableElement element, Reporter reporter) {
        return namedRules.of(element, reporter);
    }

    /** Whether one of the rules that a method names has a problem of its own, reported elsewhere. */
    public boolean hasBrokenRules(ExecutableElement element) {
        return namedRules.areBroken(element);
    }

    /** What is wrong with the rules of a class. */
    public List<Problem> problemsOfRules(TypeElement type) {
        return customRules.in(type).stream()
                .filter(checked -> checked.method().getEnclosingElement().equals(type))
                .flatMap(checked -> checked.problems().stream())
                .toList();
    }

    /**
     * The method with its body, whose calls follow the rules. Where statements have problems, which are reported, they are left out;
     * nothing where there is no more than problems.
     */
    public Optional<Method> read(ExecutableElement element, RuleSet rules, Reporter reporter) {
        Optional<VariableElement> component = accessors.componentOf(element);
        if (component.isPresent()) {
            return callees.of(element).map(callee -> accessor(callee, component.get()));
        }
        TreePath path = trees.getPath(element);
        if (path == null) {
            TreePath record = trees.getPath(element.getEnclosingElement());
            String name = element.getSimpleName().toString();
            reporter.report(new Problem(
                    Code.UnsupportedMethod,
                    "the annotation of the component " + name
                            + " is that of its accessor, which has nothing to differentiate",
                    "take it away; if " + name + " is to carry a derivative, mark the record "
                            + element.getEnclosingElement().getSimpleName() + " @Differentiable instead",
                    Positions.spanOf(RecordComponents.treeOf(element, record), record.getCompilationUnit())));
            return Optional.empty();
        }
        MethodTree tree = (MethodTree) path.getLeaf();
        CompilationUnitTree file = path.getCompilationUnit();
        Span span = Positions.spanOf(tree, file);
        SignatureRules.check(element, tree, file, reporter);
        if (!reporter.isEmpty()) {
            return Optional.empty();
        }
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        ClassType ownerType = irTypes.of(owner);
        Optional<Callee> callee = callees.of(element);
        if (callee.isEmpty()) {
            reporter.report(new Problem(
                    Code.UnresolvedName,
                    "the signature of " + element.getSimpleName() + " names a type that cannot be resolved",
                    "check the spelling and the imports",
                    span));
            return Optional.empty();
        }
        for (int i = 0; i < element.getParameters().size(); i++) {
            requireProcessed(
                    element.getParameters().get(i).asType(),
                    tree.getParameters().get(i),
                    file,
                    reporter);
        }
        Locals locals = new Locals(ownerType);
        Scope scope = new Scope();
        Local self = callee.get().isStatic() ? null : self(tree, callee.get(), locals);
        List<Parameter> parameters = new ArrayList<>();
        if (self != null) {
            parameters.add(new Parameter(self, Callees.isActiveReceiver(self.type()), span));
        }
        parameters.addAll(parameters(element, tree, file, callee.get(), locals, scope));
        Deprecations deprecations = new Deprecations(elements);
        deprecations.note(element);
        Situation situation = Situation.of(ownerType, element, variants);
        BodyContext context = context(owner, file, callees.under(rules), self, scope, locals, deprecations, situation);
        Set<String> lints = new HashSet<>();
        Stmt.Block body = tree.getBody() == null
                ? abstractMethods.bodyOfAnnotated(element, parameters, context, span, lints, reporter)
                : abstractMethods.withConstants(
                        element,
                        new BodyReader(context, callee.get().result(), reporter)
                                .readAll(tree.getBody().getStatements()),
                        parameters,
                        context,
                        span,
                        lints);
        lints.addAll(Lints.of(element, file, ownerType, deprecations));
        return reporter.isEmpty() || tree.getBody() != null
                ? Optional.of(new Method(
                        callee.get(),
                        access(element),
                        parameters,
                        irTypes.thrown(element),
                        held(element, self, ownerType, body),
                        subclasses.isOverriding(element)
                                ? dispatch(element, rules).overriding()
                                : dispatch(element, rules),
                        locals,
                        Lints.with(lints, body),
                        span))
                : Optional.empty();
    }

    /** A method without its body, whatever that contains; nothing where its signature names unknown types. */
    public Optional<Method> outline(ExecutableElement element) {
        TreePath path = trees.getPath(element);
        MethodTree tree = (MethodTree) path.getLeaf();
        Span span = Positions.spanOf(tree, path.getCompilationUnit());
        return callees.of(element).map(callee -> {
            Locals locals = new Locals(callee.owner());
            List<Parameter> parameters = new ArrayList<>();
            if (!callee.isStatic()) {
                Local self = self(tree, callee, locals);
                parameters.add(new Parameter(self, Callees.isActiveReceiver(self.type()), span));
            }
            parameters.addAll(parameters(element, tree, path.getCompilationUnit(), callee, locals, new Scope()));
            return new Method(
                    callee,
                    access(element),
                    parameters,
                    new Stmt.Block(List.of()),
                    Dispatch.NONE,
                    locals,
                    Set.of(),
                    span);
        });
    }

    private void requireProcessed(TypeMirror type, Tree tree, CompilationUnitTree file, Reporter reporter) {
        if (type instanceof ArrayType array) {
            requireProcessed(array.getComponentType(), tree, file, reporter);
        } else if (type instanceof DeclaredType declared
                && activeTypes.isUnprocessed((TypeElement) declared.asElement())) {
            reporter.report(new Problem(
                    Code.NoTangent,
                    type + " is marked @Differentiable, but was compiled without Pushforward: it has no tangent class",
                    "compile that library with the annotation processor, or mark the parameter @Constant",
                    Positions.spanOf(tree, file)));
        }
    }

    /** What the compiler writes for a component of a record. */
    private Method accessor(Callee callee, VariableElement component) {
        TreePath path = trees.getPath(component.getEnclosingElement());
        Span span = Positions.spanOf(path.getLeaf(), path.getCompilationUnit());
        Locals locals = new Locals(callee.owner());
        Local self = locals.receiver("self", callee.parameterTypes().get(0));
        Expr value = new Expr.Field(
                self.read(),
                callee.owner(),
                callee.name(),
                callee.result(),
                callee.name(),
                Aggregates.shadow(component, callee.owner(), callee.result()),
                span);
        return new Method(
                callee,
                Access.PUBLIC,
                List.of(new Parameter(self, self.type().carriesDerivative(), span)),
                new Stmt.Block(List.of(new Stmt.Return(value))),
                Dispatch.NONE,
                locals,
                Set.of(),
                span);
    }

    /** A form of a method that is made for known functions; nothing where it has problems, which are reported. */
    Optional<Method> readSpecialized(Callee callee, Reporter reporter) {
        return variants.read(callee, reporter);
    }

    /** The form of a method of a class, as a body in the given situation calls it. */
    Optional<Method> readElement(
            ExecutableElement element, Callee callee, Form form, Situation caller, Reporter reporter) {
        TreePath path = trees.getPath(element);
        MethodTree tree = (MethodTree) path.getLeaf();
        CompilationUnitTree file = path.getCompilationUnit();
        SignatureRules.check(element, tree, file, i -> form.functions().get(i).isPresent(), reporter);
        if (!reporter.isEmpty()) {
            return Optional.empty();
        }
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        Variant variant = Variant.ofElement(callee, form, tree);
        Local self = variant.declareSelf();
        variant.declare(element);
        Deprecations deprecations = new Deprecations(elements);
        deprecations.note(element);
        Situation situation = new Situation(
                caller.target(), element, callee.variant(), form.depth(), variant.thisIn(owner), null, variants);
        BodyContext context = context(
                owner,
                file,
                callees.under(callee.rules()),
                self,
                variant.scope(),
                variant.locals(),
                deprecations,
                situation);
        Stmt.Block body = new BodyReader(context, callee.result(), reporter).readAll(MethodStatements.of(tree));
        // The lock of an object that nobody else has holds nobody up.
        boolean hasLock = form.object() == null || element.getModifiers().contains(Modifier.STATIC);
        return variant.method(context, hasLock ? held(element, self, irTypes.of(owner), body) : body);
    }

    private Dispatch dispatch(ExecutableElement method, RuleSet rules) {
        if (AbstractMethods.isAbstract(method)) {
            return AbstractMethods.dispatch(method);
        }
        // What overrides the method of an enum is in the bodies of its constants, and all known.
        if (!Members.isOverridable(method) || method.getEnclosingElement().getKind() == ElementKind.ENUM) {
            return Dispatch.NONE;
        }
        ClassType owner = irTypes.of((TypeElement) method.getEnclosingElement());
        List<ClassType> running = subclasses.running(method).stream()
                .filter(type -> Names.isInSight(type, owner.packageName()))
                .map(irTypes::of)
                .toList();
        List<ExecutableElement> all = subclasses.overriders(method);
        List<Callee> overriders = all.stream()
                .filter(other -> Names.isInSight(other, owner.packageName()))
                .flatMap(other -> callees.of(other, owner, null, Callee.Invocation.VIRTUAL).stream())
                .filter(other -> other.kind() == Callee.Kind.ANNOTATED || other.kind() == Callee.Kind.HELPER)
                .map(other -> other.within(rules))
                .toList();
        return new Dispatch(true, running, overriders, overriders.size() == all.size(), false, false);
    }

    Constructors constructors() {
        return constructors;
    }

    /** The surroundings of a constructor, and of the initializers of fields, as a body in the given situation has them read. */
    BodyContext contextOf(
            TypeElement owner,
            Callee callee,
            Scope scope,
            Locals locals,
            Deprecations deprecations,
            Situation situation) {
        CompilationUnitTree file = trees.getPath(owner).getCompilationUnit();
        return context(owner, file, callees.under(callee.rules()), null, scope, locals, deprecations, situation);
    }

    /** The receiver as a parameter, under a name that no variable of the method has. */
    private static Local self(MethodTree tree, Callee callee, Locals locals) {
        Set<String> names = DeclaredNames.in(tree);
        String name = "self";
        while (names.contains(name)) {
            name += "_";
        }
        return locals.receiver(name, callee.parameterTypes().get(0));
    }

    /** A {@code synchronized} method holds the lock of its receiver, or of its class, and so does all that is made of it. */
    private static Stmt.Block held(ExecutableElement element, @Nullable Local self, ClassType owner, Stmt.Block body) {
        if (!element.getModifiers().contains(Modifier.SYNCHRONIZED)) {
            return body;
        }
        Expr lock = self != null ? self.read() : new Expr.Literal(ClassType.of("java.lang", "Class"), owner);
        return new Stmt.Block(List.of(new Synchronized(lock, body)));
    }

    private BodyContext context(
            TypeElement owner,
            CompilationUnitTree file,
            Callees calleesHere,
            @Nullable Local self,
            Scope scope,
            Locals locals,
            Deprecations deprecations,
            Situation situation) {
        return new BodyContext(
                irTypes.of(owner),
                file,
                new Names(elements, owner, file),
                overloads,
                irTypes,
                calleesHere,
                tables,
                members,
                accessors,
                self,
                scope,
                locals,
                deprecations,
                functionTypes,
                situation);
    }

    /** A private static field with its initializer; nothing where that has problems, which are reported. */
    public Optional<Table> read(Expr.StaticField field, Reporter reporter) {
        TypeElement owner = elements.getTypeElement(field.owner().canonicalName());
        VariableElement element = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(other -> other.getSimpleName().contentEquals(field.name()))
                .findFirst()
                .orElseThrow();
        TreePath path = trees.getPath(element);
        VariableTree tree = (VariableTree) path.getLeaf();
        CompilationUnitTree file = path.getCompilationUnit();
        Deprecations deprecations = new Deprecations(elements);
        BodyContext context = context(
                owner,
                file,
                callees,
                null,
                new Scope(),
                new Locals(field.owner()),
                deprecations,
                Situation.of(field.owner(), element, variants));
        try {
            Expr initializer = new ExpressionReader(context).readInitializer(tree.getInitializer(), field.type());
            if (PrivateTables.isSelfContained(initializer)) {
                return Optional.of(new Table(field, initializer, Lints.of(element, file, field.owner(), deprecations)));
            }
            reporter.report(new Problem(
                    Code.NotAccessible,
                    "the field " + field.name() + " is private, so the generated sibling needs a copy, but it is not "
                            + "computed from constants alone",
                    "make it package-private",
                    Positions.spanOf(tree.getInitializer(), file)));
        } catch (Refusal refusal) {
            refusal.reportTo(reporter);
        }
        return Optional.empty();
    }

    /** The classes of this compilation whose objects may hold active values. */
    public List<TypeElement> activeTypes() {
        return activeTypes.all();
    }

    /** Whether a generated method of another class is there already. */
    public boolean exists(Callee generated) {
        return callees.exists(generated);
    }

    public boolean isActive(TypeElement type) {
        return activeTypes.contains(type);
    }

    public Rebuilds rebuilds() {
        return rebuilds;
    }

    /** An active class; nothing where it has problems, which are reported. */
    public Optional<Aggregate> aggregate(TypeElement type, Reporter reporter) {
        return new AggregateReader(trees, types, irTypes, activeTypes, accessors, new Deprecations(elements), rebuilds)
                .read(type, reporter);
    }

    /** The functional interfaces of this compilation that were met, by their dual forms. */
    public Map<ClassType, FunctionType> generatedDuals() {
        return irTypes.generatedDuals();
    }

    /** The functional interface of this compilation that a type is; nothing for others. */
    public Optional<FunctionType> function(TypeElement type) {
        return irTypes.of(type.asType())
                .filter(FunctionType.class::isInstance)
                .map(FunctionType.class::cast)
                .filter(function -> function.form().isGenerated());
    }

    public TypeElement element(ClassType type) {
        return elements.getTypeElement(type.canonicalName());
    }

    /** Whether a class has objects of its own. */
    public boolean isConcrete(ClassType type) {
        TypeElement element = element(type);
        return element.getKind().isClass() && !element.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** What a class that names one of this compilation must silence. */
    public Set<String> lints(TypeElement type) {
        Deprecations deprecations = new Deprecations(elements);
        deprecations.note(type);
        ElementFilter.methodsIn(type.getEnclosedElements()).forEach(deprecations::note);
        return Lints.of(type, trees.getPath(type).getCompilationUnit(), irTypes.of(type), deprecations);
    }

    public ClassType type(TypeElement element) {
        return irTypes.of(element);
    }

    /** Who may use a class: it is public only inside public ones. */
    public Access classAccess(TypeElement type) {
        boolean isPublic = true;
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            isPublic &= access(element) == Access.PUBLIC;
        }
        return isPublic ? Access.PUBLIC : Access.PACKAGE;
    }

    static Access access(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC)) {
            return Access.PUBLIC;
        }
        if (modifiers.contains(Modifier.PROTECTED)) {
            return Access.PROTECTED;
        }
        return modifiers.contains(Modifier.PRIVATE) ? Access.PRIVATE : Access.PACKAGE;
    }

    private List<Parameter> parameters(
            ExecutableElement element,
            MethodTree tree,
            CompilationUnitTree file,
            Callee callee,
            Locals locals,
            Scope scope) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < element.getParameters().size(); i++) {
            VariableElement parameter = element.getParameters().get(i);
            Type type = callee.parameterTypes().get(callee.isStatic() ? i : i + 1);
            Local local = locals.declared(parameter.getSimpleName().toString(), type);
            scope.declare(parameter.getSimpleName().toString(), local);
            Span span = Positions.spanOf(tree.getParameters().get(i), file);
            parameters.add(new Parameter(local, Callees.isActive(parameter, type), span));
        }
        return parameters;
    }

    /** Whether an annotated method is of order 2; a compiled one must have second derivatives. */
    public boolean isTwiceDifferentiable(Callee callee) {
        return orders.isTwiceDifferentiable(callee);
    }

    /** The source method that a call means; nothing where it comes from a compiled class. */
    public Optional<ExecutableElement> find(Callee callee) {
        TypeElement owner = elements.getTypeElement(callee.owner().canonicalName());
        if (owner == null) {
            return Optional.empty();
        }
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(callee.name()))
                .filter(method -> callees.of(method)
                        .map(other -> other.signature().equals(callee.signature()))
                        .orElse(false))
                .filter(method -> trees.getPath(method) != null
                        || (accessors.componentOf(method).isPresent() && trees.getPath(owner) != null))
                .filter(method -> !method.getModifiers().contains(Modifier.NATIVE)
                        && (!AbstractMethods.isAbstract(method) || Callees.isAnnotated(method)))
                .findFirst();
    }
}
