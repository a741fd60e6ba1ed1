package io.github.pushforward.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.CustomRule;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The custom rules that a method names: {@code @Differentiable(rules = ...)}. */
final class NamedRules {
    private final Trees trees;
    private final Elements elements;
    private final CustomRules rules;

    NamedRules(Trees trees, Elements elements, CustomRules rules) {
        this.trees = trees;
        this.elements = elements;
        this.rules = rules;
    }

    /** The rules, those that win first; problems of compiled ones are reported where they are named. */
    RuleSet of(ExecutableElement method, Reporter reporter) {
        if (trees.getPath(method) == null) {
            return RuleSet.NONE; // the accessor of a record's component, which is refused with its annotation
        }
        List<CustomRule> named = new ArrayList<>();
        List<Object> values = AnnotationValues.listOf(method, Differentiable.class, "rules");
        for (int i = 0; i < values.size(); i++) {
            Span span = span(method, i);
            if (!(values.get(i) instanceof TypeMirror mirror) || mirror.getKind() == TypeKind.ERROR) {
                reporter.report(new Problem(
                        Code.UnresolvedName,
                        "a class of rules of " + method.getSimpleName() + " cannot be resolved",
                        "check the spelling and the imports",
                        span));
            } else if (mirror instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type) {
                named.addAll(rulesIn(type, method, span, reporter));
            } else {
                reporter.report(bad(mirror + " has no rules", "name a class with methods marked @TangentOf", span));
            }
        }
        return named.isEmpty() ? RuleSet.NONE : new RuleSet(named);
    }

    private List<CustomRule> rulesIn(TypeElement type, ExecutableElement user, Span span, Reporter reporter) {
        List<CustomRules.Checked> all = rules.in(type);
        if (all.isEmpty()) {
            reporter.report(bad(type + " has no method marked @TangentOf", "mark its rules, or do not name it", span));
        }
        List<CustomRule> good = new ArrayList<>();
        for (CustomRules.Checked checked : all) {
            if (checked.problems().isEmpty() && !isInSight(checked.method(), user)) {
                reporter.report(bad(
                        "the rule " + checked.method().getEnclosingElement() + "."
                                + checked.method().getSimpleName() + " is not public, and in another package",
                        "make it and its class public",
                        span));
            }
            for (Problem problem : checked.problems()) {
                if (trees.getPath(checked.method()) == null || problem.code() == Code.UnresolvedName) {
                    reporter.report(new Problem(problem.code(), problem.what(), problem.advice(), span));
                }
            }
            checked.rule().ifPresent(good::add);
        }
        return good;
    }

    /** Whether one of the rules has a problem that is reported at its own source. */
    boolean areBroken(ExecutableElement method) {
        return AnnotationValues.listOf(method, Differentiable.class, "rules").stream()
                .filter(DeclaredType.class::isInstance)
                .map(mirror -> ((DeclaredType) mirror).asElement())
                .filter(TypeElement.class::isInstance)
                .flatMap(type -> rules.in((TypeElement) type).stream())
                .anyMatch(checked -> checked.rule().isEmpty() && trees.getPath(checked.method()) != null);
    }

    private boolean isInSight(ExecutableElement rule, ExecutableElement user) {
        if (elements.getPackageOf(rule).equals(elements.getPackageOf(user))) {
            return true;
        }
        for (Element element = rule; element.getKind() != ElementKind.PACKAGE; ) {
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            element = element.getEnclosingElement();
        }
        return true;
    }

    private static Problem bad(String what, String advice, Span span) {
        return new Problem(Code.BadRule, what, advice, span);
    }

    /** Where the annotation names its class of the given index; the method, where it cannot be seen. */
    private Span span(ExecutableElement method, int index) {
        TreePath path = trees.getPath(method);
        MethodTree tree = (MethodTree) path.getLeaf();
        Tree place = tree.getModifiers().getAnnotations().stream()
                .filter(NamedRules::isDifferentiable)
                .flatMap(annotation -> annotation.getArguments().stream())
                .map(NamedRules::classes)
                .filter(classes -> index < classes.size())
                .<Tree>map(classes -> classes.get(index))
                .findFirst()
                .orElse(tree);
        return Positions.spanOf(place, path.getCompilationUnit());
    }

    private static boolean isDifferentiable(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1).equals(Differentiable.class.getSimpleName());
    }

    private static List<? extends ExpressionTree> classes(ExpressionTree argument) {
        boolean isRules = argument instanceof AssignmentTree assignment
                && assignment.getVariable().toString().equals("rules");
        if (!isRules) {
            return List.of();
        }
        ExpressionTree value = ((AssignmentTree) argument).getExpression();
        return value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
    }
}
