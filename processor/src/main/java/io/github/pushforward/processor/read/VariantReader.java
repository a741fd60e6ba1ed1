package io.github.pushforward.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Makes methods for known functions: closure conversion. What a function captures becomes parameters, and calls on it go
 * to its code, so that nothing after the reader needs to know of functions. A body is read when it is asked for.
 */
final class VariantReader {
    private final BodyContext caller;

    /** @param caller the body that calls them */
    VariantReader(BodyContext caller) {
        this.caller = caller;
    }

    /** A method that an anonymous class declares. */
    Callee own(Form form, MethodTree method, Tree place) {
        BodyContext home = form.object().code().home();
        boolean isVoid = method.getReturnType() instanceof PrimitiveTypeTree primitive
                && Primitive.valueOf(primitive.getPrimitiveTypeKind().name()) == Primitive.VOID;
        Type result = isVoid ? Primitive.VOID : home.type(method.getReturnType());
        Callee callee = callee(form, method.getName().toString(), result, method);
        add(callee, (asked, reporter) -> {
            checkOwn(method, home);
            Variant variant = new Variant(asked, form, method);
            BodyContext context = variant.inFunction(true);
            variant.declare(method.getParameters(), context);
            Stmt.Block body = new BodyReader(context, result, reporter).readAll(MethodStatements.of(method));
            return variant.method(context, body);
        });
        return callee;
    }

    private static void checkOwn(MethodTree method, BodyContext home) {
        if (!method.getTypeParameters().isEmpty()) {
            throw home.refuse(
                    Code.UnsupportedMethod,
                    "the generic method " + method.getName() + " is not supported",
                    "remove its type parameters",
                    method);
        }
    }

    /** @param method the method of the interface that a lambda implements */
    Callee lambda(Form form, LambdaExpressionTree lambda, ExecutableElement method, Tree place) {
        Type result = result(form, method, place);
        Callee callee = callee(form, form.object().code().name(), result, lambda);
        add(callee, (asked, reporter) -> {
            Variant variant = new Variant(asked, form, lambda);
            BodyContext context = variant.inFunction(false);
            variant.declare(lambda.getParameters(), context);
            BodyReader reader = new BodyReader(context, result, reporter);
            Stmt.Block body = lambda.getBody() instanceof BlockTree block
                    ? reader.readAll(block.getStatements())
                    : reader.readValue((ExpressionTree) lambda.getBody());
            return variant.method(context, body);
        });
        return callee;
    }

    Callee reference(Form form, MemberReferenceTree reference, ExecutableElement method, Tree place) {
        Type result = result(form, method, place);
        Callee callee = callee(form, form.object().code().name(), result, reference);
        add(callee, (asked, reporter) -> {
            Variant variant = new Variant(asked, form, reference);
            BodyContext context = variant.inFunction(false);
            List<Local> parameters = variant.declare(method);
            Stmt.Block body = new BodyReader(context, result, reporter).readReference(reference, parameters);
            return variant.method(context, body);
        });
        return callee;
    }

    private Type result(Form form, ExecutableElement method, Tree place) {
        return caller.members()
                .resultOf(form.object().code().supertype(), method)
                .orElseThrow(() -> caller.unresolved("the result of " + method.getSimpleName(), place));
    }

    /** A method that a class declares of which the object is. */
    Callee inherited(Form form, ExecutableElement method, Tree place) {
        if (method.getModifiers().contains(Modifier.ABSTRACT)
                || !caller.functionTypes().hasBody(method)) {
            throw caller.refuse(
                    Code.NoTangent,
                    method.getSimpleName() + " of " + method.getEnclosingElement()
                            + " is called on a function made here, and its source is not in this compilation",
                    "write what it does as a lambda that calls the function, or in a method of this class",
                    place);
        }
        return element(form, method, result(form, method, place), place);
    }

    /** A method that functions are handed to, or that one such method calls. */
    Callee helper(Form form, ExecutableElement method, Tree place) {
        Type result = caller.irTypes()
                .of(method.getReturnType())
                .orElseThrow(() -> caller.unresolved("the result of " + method.getSimpleName(), place));
        return element(form, method, result, place);
    }

    private Callee element(Form form, ExecutableElement method, Type result, Tree place) {
        MethodTree tree = caller.situation().variants().treeOf(method);
        Callee callee = callee(form, method.getSimpleName().toString(), result, tree);
        add(
                callee,
                (asked, reporter) -> caller.situation()
                        .variants()
                        .reader()
                        .readElement(method, asked, form, caller.situation(), reporter));
        return callee;
    }

    private Callee callee(Form form, String name, Type result, Tree code) {
        Variants variants = caller.situation().variants();
        String id = variants.idOf(code, form.description());
        return Callee.specialized(
                caller.situation().target(),
                name,
                form.types(),
                result,
                caller.callees().rules(),
                id);
    }

    private void add(Callee callee, BiFunction<Callee, Reporter, Optional<Method>> reading) {
        caller.situation().variants().add(callee, (asked, reporter) -> {
            try {
                return reading.apply(asked, reporter).filter(method -> reporter.isEmpty());
            } catch (Refusal refusal) {
                refusal.reportTo(reporter);
                return Optional.empty();
            }
        });
    }
}
