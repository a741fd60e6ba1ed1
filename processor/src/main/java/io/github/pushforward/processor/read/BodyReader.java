package io.github.pushforward.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Statement trees to IR. A refused statement is reported and left out, so that one run finds every problem. */
final class BodyReader extends SimpleTreeVisitor<Stmt, @Nullable Void> {
    private static final Stmt NOTHING = new Stmt.Block(List.of());

    private final BodyContext context;
    private final ExpressionReader expressions;
    private final SwitchReader switches;
    private final TryReader tries;
    private final Reporter reporter;
    /** The names of variables that are assigned to somewhere after their declaration. */
    private final Set<String> assigned = new HashSet<>();

    private final Type result;

    /** @param result the type of what the method returns */
    BodyReader(BodyContext context, Type result, Reporter reporter) {
        this.context = context;
        this.expressions = new ExpressionReader(context, this::switchExpression);
        this.switches = new SwitchReader(context, this, expressions);
        this.tries = new TryReader(context, this, expressions);
        this.result = result;
        this.reporter = reporter;
    }

    private Expr switchExpression(SwitchExpressionTree tree, @Nullable Type target) {
        return switches.expression(tree, target);
    }

    Stmt.Block readAll(List<? extends StatementTree> trees) {
        assigned.addAll(AssignedNames.in(trees));
        List<Stmt> statements = new ArrayList<>();
        for (StatementTree tree : trees) {
            statements.add(read(tree));
        }
        return new Stmt.Block(statements);
    }

    /** The body of a lambda that is an expression. */
    Stmt.Block readValue(ExpressionTree tree) {
        return returned(
                () -> result == Primitive.VOID ? expressions.readStatement(tree) : expressions.readAs(tree, result));
    }

    /** The body of a method reference. */
    Stmt.Block readReference(MemberReferenceTree tree, List<Local> parameters) {
        return returned(() -> Boxes.converted(expressions.reference(tree, parameters), result));
    }

    private Stmt.Block returned(Supplier<Expr> reading) {
        Optional<Stmt> statement = attempt(reading)
                .map(value -> result == Primitive.VOID ? new Stmt.Evaluate(value) : new Stmt.Return(value));
        return new Stmt.Block(statement.stream().toList());
    }

    Stmt read(StatementTree tree) {
        try {
            return visit(tree, null);
        } catch (Refusal refusal) {
            refusal.reportTo(reporter);
            return NOTHING;
        }
    }

    /** An expression of a statement whose other parts should be read even if this one is refused. */
    private Optional<Expr> attempt(Supplier<Expr> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refusal refusal) {
            refusal.reportTo(reporter);
            return Optional.empty();
        }
    }

    private Expr condition(ExpressionTree tree) {
        return attempt(() -> Boxes.unboxed(expressions.read(tree)))
                .orElseGet(() -> new Expr.Literal(Primitive.BOOLEAN, true));
    }

    /** A statement in a scope of its own. */
    private Stmt scoped(StatementTree tree) {
        context.scope().open();
        try {
            return read(tree);
        } finally {
            context.scope().close();
        }
    }

    @Override
    protected Stmt defaultAction(Tree tree, @Nullable Void unused) {
        throw context.refuse(
                Code.UnsupportedStatement,
                Constructs.describe(tree) + " is not supported in a @Differentiable method",
                Constructs.advice(tree),
                tree);
    }

    @Override
    public Stmt visitBlock(BlockTree tree, @Nullable Void unused) {
        return block(tree);
    }

    Stmt.Block block(BlockTree tree) {
        context.scope().open();
        try {
            return readAll(tree.getStatements());
        } finally {
            context.scope().close();
        }
    }

    @Override
    public Stmt visitEmptyStatement(EmptyStatementTree tree, @Nullable Void unused) {
        return NOTHING;
    }

    @Override
    public Stmt visitVariable(VariableTree tree, @Nullable Void unused) {
        ExpressionTree initializer = tree.getInitializer();
        // In sight from here on whatever happens, so that its uses do not add problems of their own.
        context.scope().declareRefused(tree.getName().toString());
        boolean inferred = tree.getType() == null || tree.getType().getKind() == Tree.Kind.ERRONEOUS;
        if (expressions.closures().isFunction(initializer)) {
            if (!inferred && assigned.contains(tree.getName().toString())) {
                Local local = declare(tree, context.type(tree.getType()));
                return new Stmt.Declare(local, expressions.function(initializer, local.type(), local.name()));
            }
            declareFunction(tree, initializer);
            return NOTHING;
        }
        if (inferred && initializer == null) {
            throw context.refuse(
                    Code.UnsupportedStatement, "a variable without type and initializer", "give it a type", tree);
        }
        if (inferred) {
            Expr value = expressions.read(initializer);
            return new Stmt.Declare(declare(tree, value.type()), value);
        }
        Local local = declare(tree, context.type(tree.getType()));
        try {
            return new Stmt.Declare(
                    local, initializer == null ? null : expressions.readInitializer(initializer, local.type()));
        } catch (Refusal refusal) {
            context.scope().declareRefused(tree.getName().toString());
            throw refusal;
        }
    }

    /** A variable for a function of known code: what it captures never changes, so that nothing happens here. */
    private void declareFunction(VariableTree tree, ExpressionTree function) {
        String name = tree.getName().toString();
        boolean inferred = tree.getType() == null || tree.getType().getKind() == Tree.Kind.ERRONEOUS;
        Type type = inferred ? null : context.functionType(tree.getType());
        context.scope().declare(name, expressions.closures().of(function, type, name));
    }

    Local declare(VariableTree tree, Type type) {
        String name = tree.getName().toString();
        if (name.isEmpty()) {
            return context.locals().temporary("unnamed", type); // the `_` of newer releases
        }
        boolean isFinal =
                tree.getInitializer() != null && tree.getModifiers().getFlags().contains(Modifier.FINAL);
        Local local = context.locals().declared(name, type, isFinal);
        context.scope().declare(name, local);
        return local;
    }

    @Override
    public Stmt visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        return new Stmt.Evaluate(expressions.readStatement(tree.getExpression()));
    }

    @Override
    public Stmt visitIf(IfTree tree, @Nullable Void unused) {
        Expr condition = condition(tree.getCondition());
        Stmt then = scoped(tree.getThenStatement());
        Stmt otherwise = tree.getElseStatement() == null ? null : scoped(tree.getElseStatement());
        return new Stmt.If(condition, then, otherwise);
    }

    @Override
    public Stmt visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        Expr condition = condition(tree.getCondition());
        return new Stmt.While(condition, scoped(tree.getStatement()));
    }

    @Override
    public Stmt visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        Stmt body = scoped(tree.getStatement());
        return new Stmt.DoWhile(body, condition(tree.getCondition()));
    }

    @Override
    public Stmt visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        context.scope().open();
        try {
            List<Stmt> init = readAll(tree.getInitializer()).statements();
            Expr condition = tree.getCondition() == null ? null : condition(tree.getCondition());
            List<Expr> update = new ArrayList<>();
            for (ExpressionStatementTree step : tree.getUpdate()) {
                attempt(() -> expressions.readStatement(step.getExpression())).ifPresent(update::add);
            }
            return new Stmt.For(init, condition, update, scoped(tree.getStatement()));
        } finally {
            context.scope().close();
        }
    }

    @Override
    public Stmt visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        context.scope().open();
        try {
            Expr array = expressions.read(tree.getExpression());
            Optional<Type> component = array.type() instanceof ArrayType type
                    ? Optional.of(type.component())
                    : context.members().elementOf(array.type());
            if (component.isEmpty()) {
                return defaultAction(tree, unused);
            }
            boolean inferred = tree.getVariable().getType() == null;
            Type declared =
                    inferred ? component.get() : context.type(tree.getVariable().getType());
            Local variable = declare(tree.getVariable(), declared);
            return new Stmt.ForEach(variable, array, scoped(tree.getStatement()), context.span(tree.getVariable()));
        } finally {
            context.scope().close();
        }
    }

    @Override
    public Stmt visitThrow(ThrowTree tree, @Nullable Void unused) {
        return new Stmt.Throw(expressions.read(tree.getExpression()));
    }

    @Override
    public Stmt visitAssert(AssertTree tree, @Nullable Void unused) {
        Expr detail = tree.getDetail() == null ? null : expressions.read(tree.getDetail());
        return new Stmt.Assert(expressions.read(tree.getCondition()), detail);
    }

    @Override
    public Stmt visitReturn(ReturnTree tree, @Nullable Void unused) {
        return new Stmt.Return(tree.getExpression() == null ? null : expressions.readAs(tree.getExpression(), result));
    }

    /** Its name stays in sight, so that its uses do not add problems of their own. */
    @Override
    public Stmt visitClass(ClassTree tree, @Nullable Void unused) {
        context.scope().declareRefused(tree.getSimpleName().toString());
        return defaultAction(tree, unused);
    }

    @Override
    public Stmt visitSwitch(SwitchTree tree, @Nullable Void unused) {
        return switches.statement(tree);
    }

    @Override
    public Stmt visitTry(TryTree tree, @Nullable Void unused) {
        return tries.read(tree);
    }

    @Override
    public Stmt visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        return new Synchronized(expressions.read(tree.getExpression()), block(tree.getBlock()));
    }

    @Override
    public Stmt visitYield(YieldTree tree, @Nullable Void unused) {
        return switches.yield(tree);
    }

    @Override
    public Stmt visitBreak(BreakTree tree, @Nullable Void unused) {
        return new Stmt.Break(text(tree.getLabel()));
    }

    @Override
    public Stmt visitContinue(ContinueTree tree, @Nullable Void unused) {
        return new Stmt.Continue(text(tree.getLabel()));
    }

    @Override
    public Stmt visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
        return new Stmt.Labeled(tree.getLabel().toString(), read(tree.getStatement()));
    }

    private static @Nullable String text(@Nullable Name label) {
        return label == null ? null : label.toString();
    }
}
