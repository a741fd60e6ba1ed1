package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/** The lint warnings that a sibling would get for using what its class uses. */
final class Lints {
    static final String AUXILIARY_CLASS = "auxiliaryclass";

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

    /** The same, with what naming the rules that a body calls would be warned of. */
    static Set<String> withRules(Set<String> lints, Stmt.Block body) {
        body.allExpressions()
                .filter(Expr.Call.class::isInstance)
                .map(call -> ((Expr.Call) call).callee())
                .filter(callee -> callee.kind() == Callee.Kind.RULE)
                .flatMap(callee -> callee.rules().of(callee).stream())
                .forEach(rule -> lints.addAll(rule.lints()));
        return lints;
    }

    /** Whether a class is in a file of another name, where other files should not use it. */
    static boolean isAuxiliary(ClassType owner, CompilationUnitTree file) {
        String path = file.getSourceFile().getName();
        String fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return !fileName.equals(owner.topLevelName() + ".java");
    }
}
