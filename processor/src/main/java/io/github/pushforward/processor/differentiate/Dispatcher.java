package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the tangent to run by the class of the receiver, as the call of the original method does. A class that the
 * compilation does not know could override the method, so its objects are refused at run time.
 */
final class Dispatcher {
    private final Method source;
    private final Locals locals;
    private final List<Expr> arguments;

    /**
     * @param source the method whose dispatch it is
     * @param parameters those of its tangent, the receiver first
     */
    Dispatcher(Method source, List<Parameter> parameters) {
        this.source = source;
        this.locals = source.locals();
        this.arguments = parameters.stream()
                .map(parameter -> (Expr) parameter.local().read())
                .toList();
    }

    /** Refuses objects of classes that are not known to run the method itself. */
    Stmt guard() {
        return new Stmt.Evaluate(
                RuntimeCalls.requireClass(arguments.get(0), source.dispatch().running()));
    }

    /**
     * The statements that run the tangent of the right class.
     *
     * @param overriders the tangents of the methods that override this one
     * @param own the tangent of the method itself
     */
    Stmt.Block dispatching(List<Callee> overriders, Callee own) {
        List<Stmt> statements = new ArrayList<>();
        for (Callee overrider : overriders) {
            ClassType type = (ClassType) overrider.parameterTypes().get(0);
            String name = type.simpleNames().get(type.simpleNames().size() - 1);
            Local receiver = locals.temporary(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), type);
            List<Stmt> run = run(overrider, receiver.read(), true);
            statements.add(
                    new Stmt.If(new Expr.InstanceOf(arguments.get(0), type, receiver), new Stmt.Block(run), null));
        }
        statements.add(guard());
        statements.addAll(run(own, arguments.get(0), false));
        return new Stmt.Block(statements);
    }

    private List<Stmt> run(Callee tangent, Expr receiver, boolean leaves) {
        List<Expr> values = new ArrayList<>(arguments);
        values.set(0, receiver);
        if (tangent.parameterTypes().size() < values.size()) {
            // A constant receiver has no tangent, where those of other classes have one: the first.
            values.remove(source.parameters().size());
        }
        for (int i = 1; i < values.size(); i++) {
            // An active receiver has a tangent of the class of the receiver.
            Type taken = tangent.parameterTypes().get(i);
            boolean isOther =
                    taken instanceof ClassType && !taken.equals(values.get(i).type());
            values.set(i, isOther ? new Expr.Cast(taken, values.get(i), source.span()) : values.get(i));
        }
        Expr call = new Expr.Call(tangent, values, source.span());
        if (tangent.result() != Primitive.VOID) {
            return List.of(new Stmt.Return(call));
        }
        Stmt evaluate = new Stmt.Evaluate(call);
        return leaves ? List.of(evaluate, new Stmt.Return(null)) : List.of(evaluate);
    }
}
