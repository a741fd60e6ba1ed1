package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Lane forms that hand their derivatives over in an array: what views call, so that a pass makes no object for them. HotSpot would
 * not inline a form of some length, nor spare its result.
 */
final class StoringForms {
    private static final ArrayType NUMBERS = new ArrayType(Primitive.DOUBLE);

    /** The names of other forms end in the number of lanes. */
    private static final String SUFFIX = "Into";

    private StoringForms() {}

    private static boolean givesNumbers(Callee form) {
        return form.result() instanceof ClassType type
                && LaneNames.isDual(type)
                && type.arguments().isEmpty();
    }

    /** What such a form is called, takes and returns: an array for the derivatives beside the rest, and the value. */
    static Callee callee(Callee form) {
        List<Type> types = new ArrayList<>(form.parameterTypes());
        types.add(NUMBERS);
        return new Callee(
                form.owner(),
                form.name() + SUFFIX,
                types,
                number(form),
                form.kind(),
                Collections.nCopies(types.size(), false),
                false,
                form.invocation());
    }

    private static Type number(Callee form) {
        return LaneNames.isOfFloats((ClassType) form.result()) ? Primitive.FLOAT : Primitive.DOUBLE;
    }

    /** The form in two methods: one that stores the derivatives, and one that has it do so; as it is where it gives on what another gives. */
    static List<Method> of(Method form) {
        Optional<Method> storing = storing(form);
        return storing.isPresent() ? List.of(storing.get(), calling(form, storing.get())) : List.of(form);
    }

    private static Optional<Method> storing(Method form) {
        boolean isPutTogether = form.body().subtree().stream()
                .filter(Stmt.Return.class::isInstance)
                .allMatch(end -> ((Stmt.Return) end).value() instanceof Expr.NewObject);
        if (!isPutTogether || !givesNumbers(form.callee())) {
            return Optional.empty();
        }
        Locals locals = form.locals().fork();
        Local derivatives = locals.temporary("derivatives", NUMBERS);
        Method storing = withArray(form, derivatives, (Stmt.Block) stored(form.body(), derivatives), locals);
        boolean fits = CodeSize.of(storing) <= CodeSize.COMPILED && CodeSize.slots(storing) <= CodeSize.PARAMETER_SLOTS;
        return fits ? Optional.of(storing) : Optional.empty();
    }

    private static Method withArray(Method form, Local derivatives, Stmt.Block body, Locals locals) {
        List<Parameter> parameters = new ArrayList<>(form.parameters());
        parameters.add(new Parameter(derivatives, false));
        return new Method(
                callee(form.callee()),
                form.access(),
                parameters,
                form.thrown(),
                body,
                form.dispatch(),
                locals,
                form.lints(),
                form.span());
    }

    private static Stmt stored(Stmt statement, Local derivatives) {
        if (statement instanceof Stmt.Block block) {
            List<Stmt> statements = new ArrayList<>();
            for (Stmt inner : block.statements()) {
                if (inner instanceof Stmt.Return giveBack) {
                    statements.addAll(stores((Expr.NewObject) giveBack.value(), derivatives));
                } else {
                    statements.add(stored(inner, derivatives));
                }
            }
            return new Stmt.Block(statements);
        }
        if (statement instanceof Stmt.Return giveBack) {
            return new Stmt.Block(stores((Expr.NewObject) giveBack.value(), derivatives));
        }
        return statement.with(
                statement.expressions(),
                statement.statements().stream()
                        .map(inner -> stored(inner, derivatives))
                        .toList());
    }

    private static List<Stmt> stores(Expr.NewObject dual, Local derivatives) {
        List<Stmt> stores = new ArrayList<>();
        for (int lane = 0; lane < dual.arguments().size() - 1; lane++) {
            stores.add(Assignments.assign(
                    element(derivatives, lane), dual.arguments().get(lane + 1)));
        }
        stores.add(new Stmt.Return(dual.arguments().get(0)));
        return stores;
    }

    private static Expr element(Local derivatives, int lane) {
        return new Expr.Element(derivatives.read(), new Expr.Literal(Primitive.INT, lane));
    }

    private static Method calling(Method form, Method storing) {
        Locals locals = form.locals().fork();
        int lanes = lanes(form);
        Local derivatives = locals.temporary("derivatives", NUMBERS);
        Local value = locals.temporary("value", storing.result());
        List<Expr> arguments = new ArrayList<>();
        form.parameters().forEach(parameter -> arguments.add(parameter.local().read()));
        arguments.add(derivatives.read());
        List<Expr> components = new ArrayList<>(List.of(value.read()));
        for (int lane = 0; lane < lanes; lane++) {
            Expr element = element(derivatives, lane);
            components.add(
                    storing.result() == Primitive.FLOAT ? new Expr.Cast(Primitive.FLOAT, element, Span.NONE) : element);
        }
        Expr length = new Expr.Literal(Primitive.INT, lanes);
        return form.withBody(new Stmt.Block(List.of(
                new Stmt.Declare(derivatives, new Expr.NewArray(NUMBERS, List.of(length))),
                new Stmt.Declare(value, new Expr.Call(storing.callee(), arguments, Span.NONE)),
                new Stmt.Return(new Expr.NewObject((ClassType) form.result(), false, components)))));
    }

    private static int lanes(Method form) {
        String name = ((ClassType) form.result()).simpleName();
        return Character.getNumericValue(name.charAt(name.length() - 1));
    }
}
