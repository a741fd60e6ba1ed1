package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.CaseLabel;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Pattern;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switches (JLS 14.11). */
final class Choices {
    private final Activation activation;

    Choices(Activation activation) {
        this.activation = activation;
    }

    /** How the cases end that a switch runs; a {@code break} is left to whoever asked. */
    @Nullable
    Completion run(Switch choice) {
        Object selector = activation.evaluate(choice.selector());
        if (selector == null && !hasLabel(choice, CaseLabel.Null.class)) {
            throw new NullPointerException();
        }
        return activation.inScope(() -> {
            int chosen = chosen(choice, selector);
            if (chosen < 0) {
                return null;
            }
            if (choice.arrows()) {
                return activation.run(choice.cases().get(chosen).body());
            }
            for (Switch.Case branch :
                    choice.cases().subList(chosen, choice.cases().size())) {
                Completion end = activation.runAll(branch.body().statements());
                if (end != null) {
                    return end;
                }
            }
            return null;
        });
    }

    private static boolean hasLabel(Switch choice, Class<? extends CaseLabel> kind) {
        return choice.cases().stream()
                .flatMap(branch -> branch.labels().stream())
                .anyMatch(kind::isInstance);
    }

    private int chosen(Switch choice, @Nullable Object selector) {
        List<Switch.Case> cases = choice.cases();
        int otherwise = -1;
        for (int i = 0; i < cases.size(); i++) {
            for (CaseLabel label : cases.get(i).labels()) {
                if (label instanceof CaseLabel.Default) {
                    otherwise = i;
                } else if (matches(label, selector, choice.selector().type())
                        && (cases.get(i).guard() == null
                                || activation.test(cases.get(i).guard()))) {
                    return i;
                }
            }
        }
        return otherwise;
    }

    private boolean matches(CaseLabel label, @Nullable Object selector, Type type) {
        if (label instanceof CaseLabel.Null) {
            return selector == null;
        }
        if (label instanceof CaseLabel.EnumConstant constant) {
            return selector instanceof Enum<?> value && value.name().equals(constant.name());
        }
        if (label instanceof CaseLabel.Constant constant) {
            Object value = activation.evaluate(constant.value());
            return value instanceof Number && selector instanceof Number
                            || value instanceof Character
                            || selector instanceof Character
                    ? Operators.cast(value, Primitive.LONG).equals(Operators.cast(selector, Primitive.LONG))
                    : value != null && value.equals(selector);
        }
        return selector != null && matches(((CaseLabel.Matching) label).pattern(), selector, type);
    }

    private boolean matches(Pattern pattern, @Nullable Object value, Type type) {
        if (pattern instanceof Pattern.Any) {
            return true;
        }
        if (pattern instanceof Pattern.Binding binding) {
            boolean isTotal = binding.isInferred() || binding.type().equals(type);
            if (!isTotal && !activation.machine.program.reflected.isInstance(value, binding.type())) {
                return false;
            }
            Local variable = binding.variable();
            if (variable != null) {
                activation.scopes.declare(variable.name(), variable.type());
                activation.scopes.set(variable.name(), value);
            }
            return true;
        }
        Pattern.Deconstruction record = (Pattern.Deconstruction) pattern;
        if (!activation.machine.program.reflected.isInstance(value, record.type())) {
            return false;
        }
        for (int i = 0; i < record.components().size(); i++) {
            Pattern.Deconstruction.Part part = record.parts().get(i);
            Object component = activation.machine.program.reflected.peek(value, part.name());
            if (!matches(record.components().get(i), component, part.type())) {
                return false;
            }
        }
        return true;
    }
}
