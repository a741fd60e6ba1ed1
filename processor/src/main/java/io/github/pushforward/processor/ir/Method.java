package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method: its signature and its body. The receiver of an instance method is its first parameter.
 *
 * @param callee how calls name it
 * @param access who may call it
 * @param thrown the exceptions of its {@code throws} clause
 * @param dispatch what may run in its place
 * @param locals hands out further variables of the method
 * @param lints the lint warnings that its members call for, and that a sibling using the same members must silence
 * @param span its declaration
 */
public record Method(
        Callee callee,
        Access access,
        List<Parameter> parameters,
        List<Type> thrown,
        Stmt.Block body,
        Dispatch dispatch,
        Locals locals,
        Set<String> lints,
        Span span) {

    public Method {
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
    }

    /** A method without a {@code throws} clause. */
    public Method(
            Callee callee,
            Access access,
            List<Parameter> parameters,
            Stmt.Block body,
            Dispatch dispatch,
            Locals locals,
            Set<String> lints,
            Span span) {
        this(callee, access, parameters, List.of(), body, dispatch, locals, lints, span);
    }

    public String name() {
        return callee.name();
    }

    public Type result() {
        return callee.result();
    }

    public Method withBody(Stmt.Block newBody) {
        return new Method(callee, access, parameters, thrown, newBody, dispatch, locals, lints, span);
    }

    /** The same method with a statement before all of its own. */
    public Method startingWith(Stmt first) {
        return withBody(new Stmt.Block(
                Stream.concat(Stream.of(first), body.statements().stream()).toList()));
    }

    public Method withAccess(Access newAccess) {
        return new Method(callee, newAccess, parameters, thrown, body, dispatch, locals, lints, span);
    }

    /** The same method, differentiated with respect to other parameters. */
    public Method withActive(List<Boolean> pattern) {
        List<Parameter> marked = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            marked.add(new Parameter(parameter.local(), pattern.get(i), parameter.span()));
        }
        return withParameters(marked);
    }

    public Method withParameters(List<Parameter> newParameters) {
        return new Method(callee, access, newParameters, thrown, body, dispatch, locals, lints, span);
    }

    /** The same method with variables of its own, so that what is added to it leaves this one alone. */
    public Method fork() {
        return new Method(callee, access, parameters, thrown, body, dispatch, locals.fork(), lints, span);
    }

    /** The same, whose variables remember which of them are shadows. */
    public Method forkWithShadows() {
        return new Method(callee, access, parameters, thrown, body, dispatch, locals.forkWithShadows(), lints, span);
    }
}
