package io.github.pushforward.processor.emit;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The copies of private members in a tangent class that other siblings use as well, and must therefore see. */
final class SharedMembers {
    private final Set<String> methods = new HashSet<>();
    private final Set<String> fields = new HashSet<>();

    /** @param users the methods of the other siblings */
    SharedMembers(ClassType tangentClass, List<Method> users) {
        for (Method user : users) {
            user.body().allExpressions().forEach(node -> add(node, tangentClass));
        }
    }

    private void add(Expr node, ClassType tangentClass) {
        if (node instanceof Expr.Call call && call.callee().owner().equals(tangentClass)) {
            methods.add(call.callee().signature());
        } else if (node instanceof Expr.Lambda lambda && lambda.code().owner().equals(tangentClass)) {
            methods.add(lambda.code().signature());
        } else if (node instanceof Expr.StaticField field && field.owner().equals(tangentClass)) {
            fields.add(field.name());
        }
    }

    Access access(Method method) {
        return methods.contains(method.callee().signature()) ? Access.PACKAGE : method.access();
    }

    Access access(Expr.StaticField field) {
        return fields.contains(field.name()) ? Access.PACKAGE : Access.PRIVATE;
    }
}
