package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds where an active value becomes an integer that comes back into what the method returns or writes: its derivative is zero
 * from there on. Nothing is said where the number that it comes back into depends on the same value in another way, as {@code
 * x - (int) x} does: what is taken away there is constant between the steps.
 */
final class Truncations {
    private final Method method;
    private final Activity activity;
    private final NumberFlow numbers;
    private final Accesses accesses;
    private final Set<Place> fromInputs;
    private final List<NumberFlow.Conversion> found;

    Truncations(Method method, Activity activity, Summaries summaries) {
        this.method = method;
        this.activity = activity;
        this.numbers = activity.numbers();
        this.accesses = new Accesses(new Sources(summaries), activity);
        this.fromInputs = numbers.reached(activity.inputs(), beside -> false);
        this.found = numbers.conversions().stream().filter(this::comesBack).toList();
    }

    private boolean comesBack(NumberFlow.Conversion conversion) {
        List<Expr> active = conversion.operands().stream()
                .filter(operand -> activity.isVaried(operand) || isActiveText(operand, conversion))
                .toList();
        return !active.isEmpty()
                && numbers.reached(Set.of(conversion.place()), beside -> isBeside(beside, active)).stream()
                        .anyMatch(this::isOutput);
    }

    private boolean isActiveText(Expr operand, NumberFlow.Conversion conversion) {
        return operand.type().equals(NumericTypes.STRING) && fromInputs.contains(conversion.place());
    }

    private boolean isOutput(Place place) {
        return place == Place.Result.RESULT
                ? method.result().carriesDerivative()
                : method.parameters().stream()
                        .filter(Parameter::active)
                        .anyMatch(parameter -> isWritten(parameter, place));
    }

    private static boolean isWritten(Parameter parameter, Place place) {
        return parameter.local().type().isActiveMemory() && place.equals(new Place.Variable(parameter.local()));
    }

    private boolean isBeside(NumberFlow.Beside beside, List<Expr> active) {
        for (NumberFlow.Beside at = beside; at != null; at = at.next()) {
            List<Expr> others = accesses.of(at.operand());
            if (active.stream().allMatch(operand -> accesses.moveWith(others, operand))) {
                return true;
            }
        }
        return false;
    }

    List<Problem> problems() {
        return found.stream()
                // A method that is differentiated along tells of itself.
                .filter(conversion -> !activity.isVaried(conversion.node()))
                .map(Truncations::problem)
                .toList();
    }

    /** The active parameters that become integers. */
    Set<Place> origins() {
        return activity.inputs().stream()
                .filter(input -> !found.isEmpty() && becomesInteger(input))
                .collect(Collectors.toSet());
    }

    private boolean becomesInteger(Place input) {
        Set<Place> reached = numbers.reached(Set.of(input), beside -> false);
        return found.stream().anyMatch(conversion -> reached.contains(conversion.place()));
    }

    private static Problem problem(NumberFlow.Conversion conversion) {
        return new Problem(
                Code.TruncatedValue,
                Conversions.name(conversion.node())
                        + " makes an integer of an active value, so that its derivative is zero, and what is computed from it"
                        + " comes back into a result",
                "compute with the value itself, or with Math.floor or Math.rint, and no cast, where steps are meant"
                        + Advice.SILENCE,
                Conversions.span(conversion.node()));
    }
}
