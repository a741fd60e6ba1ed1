package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Construction;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A constructor as a method, whose variables stand for the fields: initializers, calls of other constructors and the body, in
 * the order of JLS 12.5. What it returns is an object of these variables.
 */
final class ConstructorBody {
    private final BodyContext caller;
    private final Callee callee;
    private final Reporter reporter;
    private final MethodReader methods;
    private final Locals locals;
    private final Map<VariableElement, Local> fields = new LinkedHashMap<>();
    /** What is handed to superclasses that keep no tangents. */
    private final List<Expr> forgotten = new ArrayList<>();

    private final Set<String> lints = new HashSet<>();

    ConstructorBody(BodyContext caller, Callee callee, Reporter reporter) {
        this.caller = caller;
        this.callee = callee;
        this.reporter = reporter;
        this.methods = caller.situation().variants().reader();
        this.locals = new Locals(callee.owner());
    }

    Optional<Method> read(ExecutableElement constructor) {
        TypeElement type = (TypeElement) constructor.getEnclosingElement();
        MethodTree tree = caller.situation().variants().treeOf(constructor);
        Scope scope = new Scope();
        List<Local> parameters = declare(constructor, scope);
        List<Stmt> statements = new ArrayList<>();
        for (VariableElement field : Aggregates.fields(type, caller.irTypes())) {
            declare(field, statements);
        }
        run(type, constructor, scope, statements);
        statements.add(new Stmt.Return(result(type, constructor)));
        Stmt.Block body = new Stmt.Block(FirstAssignments.declared(statements));
        BodyContext context = contextOf(type, constructor, scope);
        return Optional.of(new Method(
                callee,
                Access.PRIVATE,
                parameters.stream()
                        .map(parameter -> new Parameter(parameter, false, context.span(tree)))
                        .toList(),
                caller.irTypes().thrown(constructor),
                body,
                Dispatch.NONE,
                locals,
                Lints.with(lints, body),
                context.span(tree)));
    }

    private List<Local> declare(ExecutableElement constructor, Scope scope) {
        List<Local> parameters = new ArrayList<>();
        List<Type> types = caller.members().parametersOf(constructor).orElse(List.of());
        for (int i = 0; i < types.size(); i++) {
            String name = constructor.getParameters().get(i).getSimpleName().toString();
            Local local = locals.declared(name, types.get(i));
            scope.declare(name, local);
            parameters.add(local);
        }
        return parameters;
    }

    private void declare(VariableElement field, List<Stmt> out) {
        String name = field.getSimpleName().toString();
        Type type = caller.irTypes()
                .of(field.asType())
                .orElseThrow(() -> caller.unresolved(
                        "the type of the field " + name, methods.constructors().treeOf(field)));
        String capitalized = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Local variable = locals.temporary("this" + capitalized, type);
        fields.put(field, variable);
        out.add(new Stmt.Declare(variable, NumericTypes.defaultValue(type)));
    }

    private BodyContext contextOf(TypeElement type, ExecutableElement constructor, Scope scope) {
        Deprecations deprecations = new Deprecations(caller.functionTypes().elements());
        deprecations.note(constructor);
        return methods.contextOf(
                type,
                callee,
                scope,
                locals,
                deprecations,
                caller.situation().making(constructor, new FieldVariables(fields)));
    }

    private void run(TypeElement type, ExecutableElement constructor, Scope scope, List<Stmt> out) {
        MethodTree tree = caller.situation().variants().treeOf(constructor);
        BodyContext context = contextOf(type, constructor, scope);
        lints.addAll(Lints.of(constructor, context.file(), caller.irTypes().of(type), context.deprecations()));
        List<? extends StatementTree> statements = MethodStatements.of(tree);
        refuseReturns(tree, context);
        Optional<MethodInvocationTree> other = otherConstructor(statements);
        boolean isThis = other.filter(call -> call.getMethodSelect().toString().equals("this"))
                .isPresent();
        if (isThis) {
            delegate(type, other.get(), context, out);
        } else {
            Optional<TypeElement> superclass = Aggregates.activeSuperclass(type, caller.irTypes());
            if (superclass.isPresent()) {
                delegateToSuper(superclass.get(), other, context, tree, out);
            } else {
                other.ifPresent(call -> forget(call, context));
            }
            initialize(type, constructor, out);
        }
        BodyReader reader = new BodyReader(context, callee.result(), reporter);
        out.addAll(reader.readAll(statements.subList(other.isPresent() ? 1 : 0, statements.size()))
                .statements());
        if (!isThis && isCompact(type, constructor, tree)) {
            for (VariableElement field : Aggregates.fields(type, caller.irTypes())) {
                Local parameter = scope.find(field.getSimpleName().toString()).orElseThrow();
                out.add(assign(fields.get(field), parameter.read(), context, tree));
            }
        }
    }

    private static Optional<MethodInvocationTree> otherConstructor(List<? extends StatementTree> statements) {
        return statements.stream()
                .limit(1)
                .filter(ExpressionStatementTree.class::isInstance)
                .map(statement -> ((ExpressionStatementTree) statement).getExpression())
                .filter(MethodInvocationTree.class::isInstance)
                .map(MethodInvocationTree.class::cast)
                .filter(call -> call.getMethodSelect().toString().equals("this")
                        || call.getMethodSelect().toString().equals("super"))
                .findFirst();
    }

    /** A constructor that assigns to no field of a record leaves that to the compiler. */
    private static boolean isCompact(TypeElement type, ExecutableElement constructor, MethodTree tree) {
        boolean isCanonical =
                type.getRecordComponents().size() == constructor.getParameters().size();
        return type.getKind() == ElementKind.RECORD && isCanonical && !AssignedField.isIn(tree);
    }

    private static Stmt assign(Local target, Expr value, BodyContext context, Tree tree) {
        return new Stmt.Evaluate(new Expr.Assign(target.read(), value, context.span(tree)));
    }

    private void delegate(TypeElement type, MethodInvocationTree call, BodyContext context, List<Stmt> out) {
        List<Expr> arguments = new ArrayList<>();
        ExpressionReader expressions = new ExpressionReader(context);
        for (ExpressionTree argument : call.getArguments()) {
            arguments.add(expressions.read(argument));
        }
        List<Type> types = arguments.stream().map(Expr::type).toList();
        Overloads.Choice choice = context.overloads()
                .choose(ElementFilter.constructorsIn(type.getEnclosedElements()), types)
                .orElseThrow(() -> context.unresolved("the constructor " + call, call));
        List<Type> parameters = context.members().parametersOf(choice.method()).orElseThrow();
        List<Expr> passed = Arguments.passed(arguments, parameters, choice.gathers());
        Scope scope = new Scope();
        for (int i = 0; i < passed.size(); i++) {
            String name = choice.method().getParameters().get(i).getSimpleName().toString();
            Local local = locals.temporary(name, parameters.get(i));
            scope.declare(name, local);
            out.add(new Stmt.Declare(local, passed.get(i)));
        }
        run(type, choice.method(), scope, out);
    }

    private void delegateToSuper(
            TypeElement superclass,
            Optional<MethodInvocationTree> call,
            BodyContext context,
            MethodTree tree,
            List<Stmt> out) {
        if (!methods.constructors().isOfSource(superclass)) {
            throw context.refuse(
                    Code.NoTangent,
                    "the constructor of the superclass " + superclass.getSimpleName() + " is compiled, and what it "
                            + "does with its arguments is not known",
                    "compile " + superclass.getSimpleName() + " along",
                    tree);
        }
        if (call.isPresent()) {
            delegate(superclass, call.get(), context, out);
            return;
        }
        ElementFilter.constructorsIn(superclass.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .findFirst()
                .ifPresent(constructor -> run(superclass, constructor, new Scope(), out));
    }

    /** Arguments for a superclass without tangents, which must not be active. */
    private void forget(MethodInvocationTree call, BodyContext context) {
        ExpressionReader expressions = new ExpressionReader(context);
        for (ExpressionTree argument : call.getArguments()) {
            Expr value = expressions.read(argument);
            if (value.type().carriesDerivative()) {
                forgotten.add(value);
            }
        }
    }

    private void initialize(TypeElement type, ExecutableElement constructor, List<Stmt> out) {
        ClassTree tree = methods.constructors().treeOf(type);
        for (Tree member : tree.getMembers()) {
            BodyContext context = contextOf(type, constructor, new Scope());
            BodyReader reader = new BodyReader(context, callee.result(), reporter);
            if (member instanceof BlockTree block && !block.isStatic()) {
                out.add(reader.block(block));
            } else if (member instanceof VariableTree field
                    && field.getInitializer() != null
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                Local variable = fields.entrySet().stream()
                        .filter(entry -> entry.getKey().getSimpleName().equals(field.getName())
                                && entry.getKey().getEnclosingElement().equals(type))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow();
                Expr value = new ExpressionReader(context).readInitializer(field.getInitializer(), variable.type());
                out.add(assign(variable, value, context, field));
            }
        }
    }

    private Expr result(TypeElement type, ExecutableElement constructor) {
        List<Expr> values = new ArrayList<>();
        List<Construction.Part> parts = new ArrayList<>();
        List<VariableElement> active = Aggregates.activeFields(type, caller.irTypes());
        fields.forEach((field, variable) -> {
            if (active.contains(field)) {
                parts.add(new Construction.Part(values.size(), variable.type()));
            }
            if (active.contains(field) || variable.type().carriesDerivative()) {
                values.add(variable.read());
            }
        });
        values.addAll(forgotten);
        BodyContext context = contextOf(type, constructor, new Scope());
        return new Expr.NewObject(
                (ClassType) callee.result(),
                false,
                values,
                new Construction(parts, null),
                context.span(caller.situation().variants().treeOf(constructor)));
    }

    private static void refuseReturns(MethodTree constructor, BodyContext context) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
                if (tree.getExpression() == null) {
                    throw context.refuse(
                            Code.UnsupportedStatement,
                            "return in a constructor that is differentiated is not supported",
                            "write an if around what follows",
                            tree);
                }
                return super.visitReturn(tree, unused);
            }
        }.scan(constructor.getBody(), null);
    }
}
