package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a call as its method takes them: out of their boxes, and those of variable arity in an array. */
final class Arguments {
    private Arguments() {}

    /**
     * @param parameterTypes those of the method, without a receiver
     * @param gathers whether the method is called by variable arity (JLS 15.12.4.2)
     */
    static List<Expr> passed(List<Expr> arguments, List<Type> parameterTypes, boolean gathers) {
        int single = gathers ? parameterTypes.size() - 1 : parameterTypes.size();
        List<Expr> passed = converted(arguments.subList(0, single), parameterTypes);
        if (gathers) {
            ArrayType array = (ArrayType) parameterTypes.get(single);
            List<Expr> rest = new ArrayList<>();
            for (Expr argument : arguments.subList(single, arguments.size())) {
                rest.add(converted(argument, array.component()));
            }
            passed.add(Expr.ArrayLiteral.gathered(array, rest));
        }
        return passed;
    }

    private static List<Expr> converted(List<Expr> arguments, List<Type> types) {
        List<Expr> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            converted.add(converted(arguments.get(i), types.get(i)));
        }
        return converted;
    }

    /** A {@code switch} over numbers takes the type of the parameter, in all its results (JLS 15.28.1). */
    private static Expr converted(Expr argument, Type type) {
        return argument instanceof SwitchExpr choice && choice.type() instanceof Primitive && type instanceof Primitive
                ? choice.assignedTo(type)
                : Boxes.converted(argument, type);
    }
}
