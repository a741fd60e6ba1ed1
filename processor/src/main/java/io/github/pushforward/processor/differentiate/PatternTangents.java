package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
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
import java.util.ArrayList;
import java.util.List;

/** Declares the shadows of the variables that the patterns of a case bind: the same parts of the tangent of the selector. */
final class PatternTangents {
    private final Activity activity;
    private final TangentLocals tangents;
    private final List<Stmt> declarations = new ArrayList<>();

    PatternTangents(Activity activity, TangentLocals tangents) {
        this.activity = activity;
        this.tangents = tangents;
    }

    List<Stmt> of(Switch.Case branch, Expr selectorTangent) {
        for (CaseLabel label : branch.labels()) {
            if (label instanceof CaseLabel.Matching matching) {
                declare(matching.pattern(), selectorTangent);
            }
        }
        return declarations;
    }

    private void declare(Pattern pattern, Expr tangent) {
        if (pattern instanceof Pattern.Binding binding && binding.variable() != null) {
            Local variable = binding.variable();
            if (activity.isActive(variable)) {
                declarations.add(new Stmt.Declare(
                        tangents.of(variable), as(variable.type().tangentType(), tangent)));
            }
        } else if (pattern instanceof Pattern.Deconstruction record) {
            Expr whole = as(record.type().tangentType(), tangent);
            for (int i = 0; i < record.components().size(); i++) {
                Pattern.Deconstruction.Part part = record.parts().get(i);
                if (part.shadow() != Shadow.NONE) {
                    declare(record.components().get(i), part(record.type(), part, whole));
                }
            }
        }
    }

    private static Expr part(ClassType record, Pattern.Deconstruction.Part part, Expr whole) {
        return new Expr.Field(
                whole,
                (ClassType) record.tangentType(),
                part.name(),
                part.type().tangentType(),
                part.name(),
                Shadow.NONE,
                Span.NONE);
    }

    private static Expr as(Type type, Expr tangent) {
        return tangent.type().equals(type) ? tangent : new Expr.Cast(type, tangent, Span.NONE);
    }
}
