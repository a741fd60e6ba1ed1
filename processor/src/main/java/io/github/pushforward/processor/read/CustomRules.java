package io.github.pushforward.processor.read;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.TangentOf;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.CustomRule;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.RuleSkeleton;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.IrTypes;
import io.github.pushforward.processor.resolve.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The methods marked {@code @TangentOf}, each checked once a round against the method that it stands for. */
final class CustomRules {
    private static final String RUNTIME = "io.github.pushforward.runtime";

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final IrTypes irTypes;
    private final Callees callees;
    private final Map<TypeElement, List<Checked>> known = new LinkedHashMap<>();

    CustomRules(Trees trees, Elements elements, Types types, IrTypes irTypes, Callees callees) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.irTypes = irTypes;
        this.callees = callees;
    }

    /**
     * A rule and what came of it.
     *
     * @param rule nothing where there are problems
     */
    record Checked(ExecutableElement method, Optional<CustomRule> rule, List<Problem> problems) {}

    /** The rules of a class, inherited ones after its own. */
    List<Checked> in(TypeElement type) {
        List<Checked> found = known.get(type);
        if (found == null) {
            found = checkedIn(type);
            known.put(type, found);
        }
        return found;
    }

    private List<Checked> checkedIn(TypeElement type) {
        List<Checked> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (AnnotationValues.isPresent(method, TangentOf.class)) {
                checked.add(check(method, seen));
            }
        }
        if (type.getSuperclass() instanceof DeclaredType parent
                && parent.asElement() instanceof TypeElement parentType) {
            checked.addAll(in(parentType));
        }
        return List.copyOf(checked);
    }

    private Checked check(ExecutableElement method, Set<String> seen) {
        Reporter reporter = new Reporter();
        try {
            CustomRule rule = rule(method);
            if (!seen.add(rule.target() + rule.active())) {
                throw bad("it stands for the same calls as an earlier rule of this class", "remove one of them");
            }
            return new Checked(method, Optional.of(rule), List.of());
        } catch (Refusal refusal) {
            refusal.reportTo(reporter);
            return new Checked(method, Optional.empty(), placed(reporter.problems(), method));
        }
    }

    /** At the rule, where its source is at hand. */
    private List<Problem> placed(List<Problem> problems, ExecutableElement method) {
        TreePath path = trees.getPath(method);
        Span span = path == null ? Span.NONE : Positions.spanOf(path.getLeaf(), path.getCompilationUnit());
        String name = "the rule " + method.getEnclosingElement() + "." + method.getSimpleName() + ": ";
        return problems.stream()
                .map(problem -> new Problem(problem.code(), name + problem.what(), problem.advice(), span))
                .toList();
    }

    private CustomRule rule(ExecutableElement method) {
        requireCallable(method);
        Callee own = callees.of(method).orElseThrow(() -> unresolved("a type of its signature"));
        TypeElement type = targetType(method);
        String name = String.valueOf(
                AnnotationValues.of(method, TangentOf.class, "method").orElseThrow(() -> unresolved("its method")));
        RuleSignature.Match match = new RuleSignature(types, irTypes, method).match(targets(type, name));
        Callee target = match.target().callee();
        checkResult(own.result(), target);
        checkExceptions(method, match.target().method());
        Type result = target.result().carriesDerivative() ? new DualType(target.result()) : target.result();
        Callee callee = new Callee(
                own.owner(),
                own.name(),
                own.parameterTypes(),
                result,
                Callee.Kind.TANGENT,
                Collections.nCopies(own.parameterTypes().size(), false),
                false);
        return new CustomRule(target.signature(), callee, match.active(), written(method, match), lints(method));
    }

    private static void requireCallable(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            throw bad("it is not static", "make it static");
        }
        if (Names.isPrivate(method)) {
            throw bad("it is private, so generated classes cannot call it", "make it and its class package-private");
        }
        if (!method.getTypeParameters().isEmpty()) {
            throw bad("it has type parameters", "write it for the types of one method");
        }
    }

    private TypeElement targetType(ExecutableElement method) {
        Object value = AnnotationValues.of(method, TangentOf.class, "type").orElseThrow(() -> unresolved("its type"));
        if (!(value instanceof TypeMirror mirror) || mirror.getKind() == TypeKind.ERROR) {
            throw unresolved("its type");
        }
        if (mirror instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type) {
            return type;
        }
        throw bad(mirror + " is not a class", "name the class that has the method");
    }

    private List<RuleSignature.Target> targets(TypeElement type, String name) {
        List<RuleSignature.Target> targets = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            if (method.getSimpleName().contentEquals(name)) {
                callees.of(method).ifPresent(callee -> targets.add(new RuleSignature.Target(method, callee)));
            }
        }
        if (targets.isEmpty()) {
            throw bad(type + " has no method " + name, "check the spelling");
        }
        return targets;
    }

    private static void checkResult(Type own, Callee target) {
        Type result = target.result();
        boolean isObject = (result.elementType() instanceof ClassType && !result.equals(NumericTypes.STRING))
                || result instanceof FunctionType;
        if (isObject) {
            throw bad(
                    target.name() + " returns " + result + ", which has no tangent",
                    "write rules for methods that return numbers and arrays of numbers");
        }
        if (!own.equals(resultFor(result))) {
            throw bad(
                    "it returns " + own + ", but " + target.name() + " returns " + result,
                    "return " + RuleSkeleton.result(result));
        }
    }

    private static Type resultFor(Type result) {
        if (!result.carriesDerivative()) {
            return result;
        }
        if (result instanceof Primitive primitive) {
            return ClassType.of(RUNTIME, primitive == Primitive.FLOAT ? "DualFloat" : "Dual");
        }
        return ClassType.of(RUNTIME, "DualOf").withArguments(List.of(result, result));
    }

    private void checkExceptions(ExecutableElement method, ExecutableElement target) {
        for (TypeMirror thrown : method.getThrownTypes()) {
            boolean isDeclared =
                    target.getThrownTypes().stream().anyMatch(declared -> types.isSubtype(thrown, declared));
            if (SignatureRules.isChecked(thrown) && !isDeclared) {
                throw bad(
                        "it may throw " + thrown + ", which " + target.getSimpleName() + " does not",
                        "catch it, or throw an unchecked exception");
            }
        }
    }

    /**
     * The arrays that a rule may write to: those whose tangents it does not only read, as far as its source shows. A method
     * with a derivative of its own is trusted with tangents, as linear ones are handed them.
     */
    private List<Boolean> written(ExecutableElement method, RuleSignature.Match match) {
        Callee target = match.target().callee();
        TreePath path = trees.getPath(method);
        List<Boolean> written = new ArrayList<>();
        int tangent = match.active().size();
        for (int i = 0; i < match.active().size(); i++) {
            boolean isActive = match.active().get(i);
            int rank = target.parameterTypes().get(i).rank();
            written.add(isActive && rank > 0 && (path == null || !isOnlyRead(method, tangent, rank, path, match)));
            tangent += isActive ? 1 : 0;
        }
        return written;
    }

    private boolean isOnlyRead(
            ExecutableElement method, int parameter, int rank, TreePath path, RuleSignature.Match match) {
        Names names = new Names(elements, (TypeElement) method.getEnclosingElement(), path.getCompilationUnit());
        boolean isFunction = match.target().callee().result().carriesDerivative();
        return new ReadOnly(
                        trees,
                        names,
                        called -> isFunction && called.equals(match.target().method()))
                .isOnlyRead(
                        method.getParameters().get(parameter).getSimpleName().toString(), rank, path);
    }

    /** What a call from another file is warned of. */
    private Set<String> lints(ExecutableElement method) {
        Set<String> lints = new HashSet<>();
        Deprecations deprecations = new Deprecations(elements);
        deprecations.note(method);
        if (deprecations.found()) {
            lints.addAll(Deprecations.LINTS);
        }
        TreePath path = trees.getPath(method);
        if (path != null
                && Lints.isAuxiliary(
                        irTypes.of((TypeElement) method.getEnclosingElement()), path.getCompilationUnit())) {
            lints.add(Lints.AUXILIARY_CLASS);
        }
        return lints;
    }

    static Refusal bad(String what, String advice) {
        return new Refusal(Code.BadRule, what, advice, Span.NONE);
    }

    private static Refusal unresolved(String what) {
        return new Refusal(
                Code.UnresolvedName, what + " cannot be resolved", "check the spelling and the imports", Span.NONE);
    }
}
