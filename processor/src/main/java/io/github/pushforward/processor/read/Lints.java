package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Yield;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/** The lint warnings that a sibling would get for using what its class uses. */
final class Lints {
    static final String AUXILIARY_CLASS = "auxiliaryclass";

    private static final String FALLTHROUGH = "fallthrough";

    private Lints() {}

    /** What the source silences for itself, and what its members call for, the sibling must silence as well. */
    static Set<String> of(Element method, CompilationUnitTree file, ClassType owner, Deprecations deprecations) {
        Set<String> lints = new HashSet<>(deprecations.found() ? Deprecations.LINTS : Set.of());
        if (isAuxiliary(owner, file) || file.getTypeDecls().size() > 1) {
            lints.add(AUXILIARY_CLASS);
        }
        for (Element element = method; element != null; element = element.getEnclosingElement()) {
            SuppressWarnings silenced = element.getAnnotation(SuppressWarnings.class);
            lints.addAll(silenced == null ? List.of() : List.of(silenced.value()));
        }
        return lints;
    }

    /** The same, with what the sibling would be warned of for what a body says that its class is not warned of. */
    static Set<String> with(Set<String> lints, Stmt.Block body) {
        body.allExpressions()
                .filter(Expr.Call.class::isInstance)
                .map(call -> ((Expr.Call) call).callee())
                .filter(callee -> callee.kind() == Callee.Kind.RULE)
                .flatMap(callee -> callee.rules().of(callee).stream())
                .forEach(rule -> lints.addAll(rule.lints()));
        if (body.allExpressions().anyMatch(Lints::runsOn)) {
            lints.add(FALLTHROUGH);
        }
        return lints;
    }

    /** Of a {@code switch} whose cases run on into each other javac warns where it is a statement, which its tangent is. */
    private static boolean runsOn(Expr expression) {
        return expression instanceof SwitchExpr choice
                && !choice.body().arrows()
                && choice.body().cases().stream()
                        .limit(choice.body().cases().size() - 1L)
                        .map(Switch.Case::body)
                        .anyMatch(body -> !body.statements().isEmpty() && !isLeft(body));
    }

    private static boolean isLeft(Stmt.Block body) {
        Stmt last = body.statements().get(body.statements().size() - 1);
        return last instanceof Yield || last instanceof Stmt.Throw;
    }

    /** Whether a class is in a file of another name, where other files should not use it. */
    static boolean isAuxiliary(ClassType owner, CompilationUnitTree file) {
        String path = file.getSourceFile().getName();
        String fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return !fileName.equals(owner.topLevelName() + ".java");
    }
}
