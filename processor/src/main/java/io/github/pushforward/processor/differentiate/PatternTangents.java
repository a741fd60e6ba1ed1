package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.CaseLabel;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Pattern;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tangents of the variables of patterns: where an object has matched, its tangent is one of the class of the pattern, and is
 * cast to it.
 */
final class PatternTangents {
    private final Activity activity;
    private final TangentLocals tangents;

    PatternTangents(Activity activity, TangentLocals tangents) {
        this.activity = activity;
        this.tangents = tangents;
    }

    /** The tests whose variables have values where a condition is true, or false (JLS 6.3.1). */
    private static Stream<Expr.InstanceOf> tests(Expr condition, boolean outcome) {
        if (condition instanceof Expr.InstanceOf test) {
            return outcome && test.variable() != null ? Stream.of(test) : Stream.of();
        }
        if (condition instanceof Expr.Unary not && not.op() == UnaryOp.NOT) {
            return tests(not.operand(), !outcome);
        }
        boolean isBoth = condition instanceof Expr.Binary binary
                && binary.op() == (outcome ? BinaryOp.CONDITIONAL_AND : BinaryOp.CONDITIONAL_OR);
        return isBoth ? condition.children().stream().flatMap(part -> tests(part, outcome)) : Stream.of();
    }

    /** The tangents of the variables that a condition gives values where it is true, or false. */
    List<Stmt> after(@Nullable Expr condition, boolean outcome, ExpressionTransform expressions) {
        return condition == null
                ? List.of()
                : tests(condition, outcome)
                        .filter(test -> activity.isActive(test.variable()))
                        .map(test -> declared(
                                test.variable(),
                                expressions.transform(test.object()).tangent()))
                        .toList();
    }

    /** The tangents of the variables that a condition has given values when it stopped a statement, where others read them. */
    List<Stmt> after(Stmt statement, List<Stmt> following, ExpressionTransform expressions) {
        boolean stops = statement instanceof Stmt.If || statement instanceof Stmt.While;
        if (!stops) {
            return List.of();
        }
        Expr condition = statement.expressions().get(0);
        boolean isRead = tests(condition, false)
                .anyMatch(test -> following.stream()
                        .flatMap(Stmt::allExpressions)
                        .anyMatch(test.variable().read()::equals));
        return isRead ? after(condition, false, expressions) : List.of();
    }

    /** The tangents of the variables of a case. */
    List<Stmt> ofCase(Switch.Case branch, @Nullable Expr tangentOfSelector) {
        List<Stmt> declarations = new ArrayList<>();
        for (CaseLabel label : branch.labels()) {
            if (label instanceof CaseLabel.Matching matching) {
                declare(matching.pattern(), tangentOfSelector, declarations);
            }
        }
        return declarations;
    }

    private void declare(Pattern pattern, @Nullable Expr tangent, List<Stmt> declarations) {
        if (pattern instanceof Pattern.Binding binding
                && binding.variable() != null
                && activity.isActive(binding.variable())) {
            declarations.add(declared(binding.variable(), tangent));
        } else if (pattern instanceof Pattern.Deconstruction record) {
            Expr parts = tangent == null || !record.type().isActive() ? null : cast(tangent, record.type());
            for (int i = 0; i < record.components().size(); i++) {
                Pattern.Part part = record.parts().get(i);
                boolean isActive = parts != null && part.shadow() != Shadow.NONE;
                declare(record.components().get(i), isActive ? tangentOf(part, parts) : null, declarations);
            }
        }
    }

    private static Expr tangentOf(Pattern.Part part, Expr object) {
        return new Expr.Field(
                object,
                (ClassType) object.type(),
                part.name(),
                part.type().tangentType(),
                part.name(),
                Shadow.NONE,
                Span.NONE);
    }

    /** @param tangent of the object that matched; nothing for a constant */
    private Stmt declared(Local variable, @Nullable Expr tangent) {
        Expr value = tangent == null ? ForwardTransform.zero(variable) : cast(tangent, variable.type());
        return new Stmt.Declare(tangents.of(variable), value);
    }

    private static Expr cast(Expr tangent, Type type) {
        boolean isObject = type instanceof ClassType named && named.isActive();
        return isObject ? Simplify.cast(new Expr.Cast(type.tangentType(), tangent, Span.NONE)) : tangent;
    }
}
