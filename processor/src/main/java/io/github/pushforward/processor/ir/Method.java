package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A static method: its signature and its body.
 *
 * @param callee how calls name it
 * @param access who may call it
 * @param locals hands out further variables of the method
 * @param lints the lint warnings that its members call for, and that a sibling using the same members must silence
 * @param span its declaration
 */
public record Method(
        Callee callee,
        Access access,
        List<Parameter> parameters,
        Stmt.Block body,
        Locals locals,
        Set<String> lints,
        Span span) {

    public Method {
        parameters = List.copyOf(parameters);
    }

    public String name() {
        return callee.name();
    }

    public Type result() {
        return callee.result();
    }

    public Method withBody(Stmt.Block newBody) {
        return new Method(callee, access, parameters, newBody, locals, lints, span);
    }

    /** The same method, differentiated with respect to other parameters. */
    public Method withActive(List<Boolean> pattern) {
        List<Parameter> marked = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            marked.add(new Parameter(parameter.local(), pattern.get(i), parameter.span()));
        }
        return new Method(callee, access, marked, body, locals, lints, span);
    }

    /** The same method with variables of its own, so that what is added to it leaves this one alone. */
    public Method fork() {
        return new Method(callee, access, parameters, body, locals.fork(), lints, span);
    }
}
