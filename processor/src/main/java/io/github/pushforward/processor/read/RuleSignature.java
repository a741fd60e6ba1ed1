package io.github.pushforward.processor.read;

import io.github.pushforward.Constant;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.RuleSkeleton;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The parameters of a rule: which overload they stand for, and which of them have tangents. */
final class RuleSignature {
    private static final String TANGENT = "Tangent";

    private final Types types;
    private final IrTypes irTypes;
    private final List<? extends VariableElement> taken;

    RuleSignature(Types types, IrTypes irTypes, ExecutableElement rule) {
        this.types = types;
        this.irTypes = irTypes;
        this.taken = rule.getParameters();
    }

    /** A method that a rule may stand for. */
    record Target(ExecutableElement method, Callee callee) {}

    /**
     * The method that a rule stands for.
     *
     * @param active which of its parameters have a tangent
     */
    record Match(Target target, List<Boolean> active) {}

    /** The one method that fits, of those with the right name. */
    Match match(List<Target> targets) {
        List<Match> marked = new ArrayList<>();
        List<Match> named = new ArrayList<>();
        boolean isUnclear = false;
        for (Target target : targets) {
            List<Type> parameters = target.callee().parameterTypes();
            if (!startsWith(parameters)) {
                continue;
            }
            List<Boolean> byMarks = activeByMarks(parameters);
            List<Boolean> byNames = activeByNames(byMarks);
            if (fits(byMarks, parameters)) {
                marked.add(new Match(target, byMarks));
            } else if (fits(byNames, parameters)) {
                named.add(new Match(target, byNames));
            } else {
                isUnclear |= hasFewerTangentsThan(byMarks);
            }
        }
        List<Match> best = marked.isEmpty() ? named : marked;
        if (best.size() == 1) {
            checkNames(best.get(0).active());
            return best.get(0);
        }
        if (best.isEmpty() && !isUnclear) {
            throw CustomRules.bad(
                    "its parameters are not those of " + described(targets) + ", followed by their tangents",
                    "write " + expected(targets));
        }
        throw CustomRules.bad(
                "it is not clear to which parameters its tangents belong",
                "mark the parameters without a tangent @Constant, or name each tangent <parameter>" + TANGENT);
    }

    private boolean startsWith(List<Type> parameters) {
        if (taken.size() < parameters.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!isOfType(i, parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOfType(int parameter, Type type) {
        TypeMirror own = types.erasure(taken.get(parameter).asType());
        return irTypes.mirror(type)
                .filter(other -> types.isSameType(own, types.erasure(other)))
                .isPresent();
    }

    private List<Boolean> activeByMarks(List<Type> parameters) {
        List<Boolean> active = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            boolean isConstant = taken.get(i).getAnnotation(Constant.class) != null;
            boolean isFunction = parameters.get(i) instanceof FunctionType;
            active.add(parameters.get(i).carriesDerivative() && !isFunction && !isConstant);
        }
        return active;
    }

    private List<Boolean> activeByNames(List<Boolean> possible) {
        List<String> tangents = taken.subList(possible.size(), taken.size()).stream()
                .map(RuleSignature::nameOf)
                .toList();
        List<Boolean> active = new ArrayList<>();
        for (int i = 0; i < possible.size(); i++) {
            active.add(possible.get(i) && tangents.contains(nameOf(taken.get(i)) + TANGENT));
        }
        return active;
    }

    private static String nameOf(VariableElement parameter) {
        return parameter.getSimpleName().toString();
    }

    /** Whether what follows the parameters is one tangent for each active one, and at least one. */
    private boolean fits(List<Boolean> active, List<Type> parameters) {
        int next = parameters.size();
        for (int i = 0; i < parameters.size(); i++) {
            if (active.get(i) && (next >= taken.size() || !isTangent(next++, parameters.get(i)))) {
                return false;
            }
        }
        return next == taken.size() && active.contains(true);
    }

    /** Whether a parameter is of the type of a tangent; that of a boxed number may be boxed. */
    private boolean isTangent(int parameter, Type type) {
        return isOfType(parameter, type.tangentType()) || Boxes.isBox(type) && isOfType(parameter, type);
    }

    private boolean hasFewerTangentsThan(List<Boolean> possible) {
        List<? extends VariableElement> tangents = taken.subList(possible.size(), taken.size());
        long places = possible.stream().filter(isActive -> isActive).count();
        return !tangents.isEmpty()
                && tangents.size() < places
                && tangents.stream()
                        .allMatch(tangent -> irTypes.of(tangent.asType())
                                .filter(Type::carriesDerivative)
                                .isPresent());
    }

    /** Tangents in another order than their parameters: the types may not show it. */
    private void checkNames(List<Boolean> active) {
        int next = active.size();
        for (int i = 0; i < active.size(); i++) {
            if (!active.get(i)) {
                continue;
            }
            String tangent = nameOf(taken.get(next++));
            for (int other = 0; other < active.size(); other++) {
                if (other != i && tangent.equals(nameOf(taken.get(other)) + TANGENT)) {
                    throw CustomRules.bad(
                            tangent + " stands where the tangent of " + nameOf(taken.get(i)) + " belongs",
                            "give the tangents in the order of the parameters");
                }
            }
        }
    }

    private static String described(List<Target> targets) {
        return targets.stream()
                .map(target -> target.callee().owner() + "." + target.callee().name()
                        + target.callee().parameterTypes().stream()
                                .map(Type::toString)
                                .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    private String expected(List<Target> targets) {
        Optional<Target> near = targets.stream()
                .filter(target -> startsWith(target.callee().parameterTypes()))
                .findFirst();
        return RuleSkeleton.signatureOf(near.orElse(targets.get(0)).callee());
    }
}
