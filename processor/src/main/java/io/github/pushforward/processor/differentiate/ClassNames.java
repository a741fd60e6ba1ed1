package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The classes that the code of a method names, which a variable of that name would hide (JLS 6.4.2). */
final class ClassNames {
    private ClassNames() {}

    /** Whether the variables of one of two methods hide classes that the other names. */
    static boolean areHidden(Method one, Method other) {
        return !Collections.disjoint(variables(one), of(other)) || !Collections.disjoint(variables(other), of(one));
    }

    private static Set<String> of(Method method) {
        Set<String> names = new HashSet<>();
        method.body().allExpressions().flatMap(ClassNames::named).forEach(type -> names.add(type.topLevelName()));
        return names;
    }

    private static Stream<ClassType> named(Expr expression) {
        if (expression instanceof Expr.Call call) {
            return Stream.of(call.callee().owner());
        }
        return expression instanceof Expr.StaticField field ? Stream.of(field.owner()) : Stream.empty();
    }

    private static Set<String> variables(Method method) {
        Set<String> names = new HashSet<>();
        method.parameters().forEach(parameter -> names.add(parameter.local().name()));
        for (Stmt statement : method.body().subtree()) {
            if (statement instanceof Stmt.Declare declare) {
                names.add(declare.local().name());
            }
        }
        return names;
    }
}
