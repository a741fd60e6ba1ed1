package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells which expressions make an integer of numbers of another kind, or of texts of them; and which pass numbers on. */
final class Conversions {
    private static final Set<String> ARITHMETIC = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double");

    /** What says no more than a condition does. */
    private static final Set<String> COMPARISONS = Set.of("compare", "compareTo", "signum");

    private final Summaries summaries;

    Conversions(Summaries summaries) {
        this.summaries = summaries;
    }

    boolean is(Expr value) {
        return !operands(value).isEmpty();
    }

    /** What the expression makes an integer of, or loses the derivative of as such; nothing for other expressions. */
    List<Expr> operands(Expr value) {
        if (value instanceof Expr.Cast cast) {
            return isInteger(cast.type()) && isFloating(cast.operand().type()) ? List.of(cast.operand()) : List.of();
        }
        if (value instanceof Expr.CompoundAssign assign) {
            return isInteger(assign.type()) && isFloating(assign.value().type()) ? List.of(assign.value()) : List.of();
        }
        return value instanceof Expr.Call call ? operands(call) : List.of();
    }

    private List<Expr> operands(Expr.Call call) {
        if (!isInteger(call.type()) && !isFloating(call.type())) {
            return List.of();
        }
        List<Expr> lost = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Type type = call.arguments().get(i).type();
            if ((isFloating(type) || type.equals(NumericTypes.STRING)) && loses(call, i)) {
                lost.add(call.arguments().get(i));
            }
        }
        return lost;
    }

    private boolean loses(Expr.Call call, int argument) {
        Callee callee = call.callee();
        FlowSummary summary = summaries.of(callee);
        FlowSummary.Flow flow = new FlowSummary.Flow(argument, FlowSummary.RESULT);
        if (isFloating(call.type())) {
            // An annotated method tells of itself.
            return callee.kind() == Callee.Kind.HELPER
                    && summary.numbers().contains(flow)
                    && !summary.flows().contains(flow);
        }
        boolean isUnknown =
                !COMPARISONS.contains(callee.name()) && summaries.body(callee).isEmpty();
        return isUnknown || summary.numbers().contains(flow);
    }

    /** Which arguments of a call go into its result, or into the array of another: as numbers, in any way. */
    Set<FlowSummary.Flow> flows(Expr.Call call) {
        Callee callee = call.callee();
        FlowSummary summary = summaries.of(callee);
        Set<FlowSummary.Flow> all = new LinkedHashSet<>(summary.flows());
        all.addAll(summary.numbers());
        int last = call.arguments().size() - 1;
        String owner = callee.owner().canonicalName();
        boolean isText = call.type().equals(NumericTypes.STRING) && owner.equals("java.lang.String");
        if (isText || (ARITHMETIC.contains(owner) && !COMPARISONS.contains(callee.name()))) {
            IntStream.rangeClosed(0, last).forEach(i -> all.add(new FlowSummary.Flow(i, FlowSummary.RESULT)));
        } else if (owner.equals("java.util.Arrays") && callee.name().equals("fill")) {
            all.add(new FlowSummary.Flow(last, 0));
        } else if (owner.equals("java.lang.System") && callee.name().equals("arraycopy")) {
            all.add(new FlowSummary.Flow(0, 2));
        }
        all.remove(FlowSummary.OF_FUNCTION);
        return all;
    }

    /** What an expression that makes an integer is called. */
    static String name(Expr conversion) {
        if (conversion instanceof Expr.Call call) {
            return "the call of " + call.callee().name();
        }
        return conversion instanceof Expr.CompoundAssign assign
                ? "the cast to " + assign.type() + " that is a part of "
                        + assign.op().symbol() + "="
                : "the cast to " + conversion.type();
    }

    static Span span(Expr conversion) {
        return conversion instanceof Expr.Cast cast
                ? cast.span()
                : conversion instanceof Expr.CompoundAssign assign ? assign.span() : ((Expr.Call) conversion).span();
    }

    private static boolean isInteger(Type type) {
        return Boxes.unboxed(type) instanceof Primitive primitive && primitive.isIntegral();
    }

    private static boolean isFloating(Type type) {
        return Boxes.unboxed(type).isFloating();
    }

    /** Whether values of a type are numbers or hold such: in boxes, arrays, active objects or text. */
    static boolean isNumber(Type type) {
        return type.carriesDerivative()
                || type.equals(NumericTypes.STRING)
                || (Boxes.unboxed(type.elementType()) instanceof Primitive primitive && primitive.isNumeric());
    }
}
