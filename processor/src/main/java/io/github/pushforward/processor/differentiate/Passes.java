package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Obstacle;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Rebuilds;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What passes over a method, one after the other, can do with its inputs.
 *
 * @param areRepeatable whether a second pass finds what the first one found
 * @param areMovable whether a pass can be made at another point than that of the arguments
 * @param kept the inputs that cannot be made again, which every pass gets as they are
 * @param advisory what is in the way of more
 */
public record Passes(boolean areRepeatable, boolean areMovable, Set<Parameter> kept, Optional<Problem> advisory) {
    private static final String SILENCE = ", or silence this by @SuppressWarnings(\"pushforward\")";

    public Passes {
        kept = Set.copyOf(kept);
    }

    static Passes none(Problem advisory) {
        return new Passes(false, false, Set.of(), Optional.of(advisory));
    }

    /** @param written by index, the parameters whose arrays or objects the method may write to */
    static Passes over(Method method, List<Boolean> written, Rebuilds rebuilds) {
        if (method.parameters().stream().noneMatch(Parameter::active) || method.result() instanceof FunctionType) {
            return new Passes(false, false, Set.of(), Optional.empty()); // no number to go from, or to
        }
        boolean writes = written.contains(true);
        Set<Parameter> kept = new HashSet<>();
        Optional<Problem> advisory = Optional.empty();
        for (int i = 0; i < written.size(); i++) {
            Parameter parameter = method.parameters().get(i);
            Optional<Obstacle> toCopy =
                    writes ? rebuilds.toCopy(parameter.local().type()) : Optional.empty();
            if (written.get(i) && !parameter.active() && isOfMutableObjects(parameter)) {
                return none(writtenConstant(parameter));
            }
            if (written.get(i) && toCopy.isPresent()) {
                return none(notCopied(parameter, toCopy.get()));
            }
            if (parameter.active()) {
                Optional<Obstacle> toMove = rebuilds.toMove(parameter.local().type());
                if (toCopy.isPresent()) {
                    kept.add(parameter);
                }
                if (advisory.isEmpty()) {
                    advisory = toMove.map(obstacle -> notMoved(method, parameter, obstacle));
                }
            }
        }
        return new Passes(true, advisory.isEmpty(), kept, advisory);
    }

    private static boolean isOfMutableObjects(Parameter parameter) {
        Type type = parameter.local().type().elementType();
        return type instanceof ClassType element && element.isActive() && element.isMutable();
    }

    private static Problem writtenConstant(Parameter parameter) {
        return new Problem(
                Code.NoGradient,
                "the method writes to " + parameter.local()
                        + ", which is marked @Constant and of which no copies are made: "
                        + "no *Gradient method is generated",
                "take off @Constant" + SILENCE + " where the tangent alone is wanted",
                parameter.span());
    }

    private static Problem notCopied(Parameter parameter, Obstacle obstacle) {
        return new Problem(
                Code.NoGradient,
                "the method writes to " + parameter.local() + ", of which each pass would need a copy, but "
                        + obstacle.what() + ": no *Gradient method is generated",
                obstacle.advice() + SILENCE + " where the tangent alone is wanted",
                parameter.span());
    }

    private static Problem notMoved(Method method, Parameter parameter, Obstacle obstacle) {
        return new Problem(
                Code.NoGradient,
                parameter.local() + " cannot be made again with other numbers, because " + obstacle.what() + ": "
                        + method.name() + "Function is not generated",
                obstacle.advice() + SILENCE + " where the gradient alone is wanted",
                parameter.span());
    }
}
