package io.github.pushforward.processor.read;

import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Construction;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** New objects of active classes: what becomes of their tangents. */
final class ConstructorReader {
    private final BodyContext caller;

    /** @param caller the body that makes the objects */
    ConstructorReader(BodyContext caller) {
        this.caller = caller;
    }

    Expr made(ClassType type, boolean isDiamond, Overloads.Choice choice, List<Expr> arguments, Tree tree) {
        ExecutableElement constructor = choice.method();
        List<Type> types = caller.members()
                .parametersOf(constructor)
                .orElseThrow(() -> caller.unresolved("the signature of the constructor of " + type, tree));
        List<Expr> passed = Arguments.passed(arguments, types, choice.gathers());
        Construction construction = construction(type, constructor, types, tree);
        return new Expr.NewObject(type, isDiamond, passed, construction, caller.span(tree));
    }

    private Construction construction(ClassType type, ExecutableElement constructor, List<Type> types, Tree tree) {
        Constructors constructors = caller.situation().variants().reader().constructors();
        TypeElement element = (TypeElement) constructor.getEnclosingElement();
        if (types.stream().noneMatch(Type::carriesDerivative)) {
            return Construction.CONSTANT;
        }
        Optional<Construction> plain = constructors.plain(element, constructor);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (!constructors.hasSource(constructor)) {
            throw caller.refuse(
                    Code.NoTangent,
                    "the constructor of " + type + " is compiled, and what it does with its arguments is not known",
                    "call a static method of " + type + " that is marked @Differentiable and makes the object",
                    tree);
        }
        return new Construction(List.of(), body(type, constructor, types, tree));
    }

    private Callee body(ClassType type, ExecutableElement constructor, List<Type> types, Tree tree) {
        Variants variants = caller.situation().variants();
        String simpleName = type.simpleNames().get(type.simpleNames().size() - 1);
        Callee callee = Callee.constructor(
                caller.situation().target(),
                "new" + simpleName,
                types,
                type,
                caller.callees().rules(),
                variants.idOf(variants.treeOf(constructor), ""));
        variants.add(callee, (asked, reporter) -> {
            try {
                return new ConstructorBody(caller, asked, reporter)
                        .read(constructor)
                        .filter(method -> reporter.isEmpty());
            } catch (Refusal refusal) {
                refusal.reportTo(reporter);
                return Optional.empty();
            }
        });
        return callee;
    }
}
