package io.github.pushforward.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import io.github.pushforward.processor.ir.CaseLabel;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Yield;
import io.github.pushforward.processor.report.Code;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Both kinds of {@code switch}, in the old form and with arrows. */
final class SwitchReader {
    private final BodyContext context;
    private final BodyReader statements;
    private final ExpressionReader expressions;
    private final PatternReader patterns;
    /** What the innermost {@code switch} expressions are assigned to, if the context of their value says it. */
    private final Deque<Optional<Type>> targets = new ArrayDeque<>();

    SwitchReader(BodyContext context, BodyReader statements, ExpressionReader expressions) {
        this.context = context;
        this.statements = statements;
        this.expressions = expressions;
        this.patterns = new PatternReader(context);
    }

    Stmt statement(SwitchTree tree) {
        return read(tree.getExpression(), tree.getCases(), false);
    }

    /** @param target the type that the value is assigned to (JLS 15.28.1); nothing where it stands by itself */
    Expr expression(SwitchExpressionTree tree, @Nullable Type target) {
        targets.push(Optional.ofNullable(target));
        try {
            Switch body = completed(read(tree.getExpression(), tree.getCases(), true));
            SwitchExpr untyped = new SwitchExpr(body, Primitive.VOID);
            return new SwitchExpr(body, target != null ? target : ownType(untyped, tree));
        } finally {
            targets.pop();
        }
    }

    private Type ownType(SwitchExpr expression, Tree tree) {
        List<Expr> results = expression.results();
        return NumericTypes.common(results)
                .or(() -> context.members()
                        .widest(results.stream().map(Expr::type).toList()))
                .orElseThrow(() -> context.refuse(
                        Code.UnsupportedExpression,
                        "a switch whose cases have values of different types is not supported in a @Differentiable method",
                        "assign it to a variable of a type that you write down",
                        tree));
    }

    Stmt yield(YieldTree tree) {
        return new Yield(expressions.readAs(
                tree.getValue(), targets.isEmpty() ? null : targets.peek().orElse(null)));
    }

    private Switch read(ExpressionTree selectorTree, List<? extends CaseTree> trees, boolean hasValue) {
        Expr selector = expressions.read(selectorTree);
        Optional<TypeElement> enumType = context.irTypes().enumType(selector.type());
        boolean arrows = trees.stream().anyMatch(branch -> branch.getCaseKind() == CaseTree.CaseKind.RULE);
        List<Switch.Case> cases = new ArrayList<>();
        // Without arrows all cases are one block: a variable of an earlier one is in sight of the later ones.
        context.scope().open();
        try {
            for (CaseTree branch : trees) {
                cases.add(arrows ? scoped(branch, enumType, hasValue) : read(branch, enumType, hasValue));
            }
        } finally {
            context.scope().close();
        }
        return new Switch(selector, arrows, cases);
    }

    private Switch.Case scoped(CaseTree branch, Optional<TypeElement> enumType, boolean hasValue) {
        context.scope().open();
        try {
            return read(branch, enumType, hasValue);
        } finally {
            context.scope().close();
        }
    }

    private Switch.Case read(CaseTree branch, Optional<TypeElement> enumType, boolean hasValue) {
        List<CaseLabel> labels = new ArrayList<>();
        for (Tree label : CaseLabels.of(branch)) {
            labels.add(label(label, enumType));
        }
        ExpressionTree guard = CaseLabels.guard(branch);
        return new Switch.Case(labels, guard == null ? null : expressions.read(guard), body(branch, hasValue));
    }

    private CaseLabel label(Tree tree, Optional<TypeElement> enumType) {
        if (CaseLabels.isDefault(tree)) {
            return new CaseLabel.Default();
        }
        if (CaseLabels.isNull(tree)) {
            return new CaseLabel.Null();
        }
        if (!(tree instanceof ExpressionTree constant)) {
            return new CaseLabel.Matching(patterns.read(tree), context.span(tree));
        }
        return enumType.isPresent()
                ? enumConstant(constant, enumType.get())
                : new CaseLabel.Constant(expressions.read(constant));
    }

    private CaseLabel enumConstant(ExpressionTree tree, TypeElement type) {
        Optional<String> name = tree instanceof IdentifierTree identifier
                ? Optional.of(identifier.getName().toString())
                : tree instanceof MemberSelectTree select
                        ? Optional.of(select.getIdentifier().toString())
                        : Optional.empty();
        VariableElement constant = name.flatMap(known -> context.names().field(type, known))
                .orElseThrow(() -> context.unresolved("the enum constant " + tree, tree));
        context.deprecations().note(constant);
        return new CaseLabel.EnumConstant(constant.getSimpleName().toString());
    }

    private Stmt.Block body(CaseTree branch, boolean hasValue) {
        if (branch.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
            return statements.readAll(branch.getStatements());
        }
        Tree body = branch.getBody();
        if (hasValue && body instanceof ExpressionTree value) {
            Expr result = expressions.readAs(value, targets.element().orElse(null));
            return new Stmt.Block(List.of(new Yield(result)));
        }
        Stmt read = statements.read((StatementTree) body);
        return read instanceof Stmt.Block block ? block : new Stmt.Block(List.of(read));
    }

    /**
     * A switch over all constants of an enum has no {@code default}, but fails for a constant that was added after it was
     * compiled. As a statement it would do nothing then: so its {@code default} is written down.
     */
    private Switch completed(Switch body) {
        if (body.isExhaustive()) {
            return body;
        }
        List<Switch.Case> cases = new ArrayList<>(body.cases());
        Stmt failure = new Stmt.Throw(context.names().unmatchedEnumConstant());
        cases.add(new Switch.Case(List.of(new CaseLabel.Default()), null, new Stmt.Block(List.of(failure))));
        return body.withCases(cases);
    }
}
