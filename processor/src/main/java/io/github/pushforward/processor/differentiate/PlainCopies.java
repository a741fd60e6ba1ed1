package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.Collections;
import java.util.List;

/** Copies of private methods that a generated class calls with values alone, and so as they are. */
final class PlainCopies {
    private final ClassType sibling;
    private final CalleeTangents callees;

    /** @param sibling the class that has the copies */
    PlainCopies(ClassType sibling, CalleeTangents callees) {
        this.sibling = sibling;
        this.callees = callees;
    }

    Method of(CalleeTangents.Request request, Method body) {
        List<Type> types = body.callee().parameterTypes();
        Callee signature = new Callee(
                sibling,
                request.name(),
                types,
                body.result(),
                Callee.Kind.TANGENT,
                Collections.nCopies(types.size(), false),
                false);
        Method copy = new Method(
                signature,
                Access.PRIVATE,
                body.parameters(),
                body.thrown(),
                (Stmt.Block) rewritten(body.body()),
                Dispatch.NONE,
                body.locals(),
                body.lints(),
                body.span());
        return request.form() == CalleeTangents.Form.PRESENT ? NullReceivers.checked(copy) : copy;
    }

    private Stmt rewritten(Stmt statement) {
        return statement.with(
                statement.expressions().stream().map(callees::withCopies).toList(),
                statement.statements().stream().map(this::rewritten).toList());
    }
}
