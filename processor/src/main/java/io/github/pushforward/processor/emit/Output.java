package io.github.pushforward.processor.emit;

import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that an array-valued method computes: its result, or an array of an active parameter that it may write to.
 *
 * @param component what the record of the Jacobian calls it
 * @param value the field of the flat view that holds it after a run
 * @param tangent the field that holds its tangent after a pass
 * @param parameter the one whose array it is
 */
record Output(String component, Slot value, Slot tangent, Optional<Parameter> parameter) {

    /** Whether the value of a method is one number, whose derivative is a gradient. */
    static boolean isScalar(Sibling.Tangent tangent) {
        return tangent.source().result().isFloating();
    }

    /** The outputs, in the order of the Jacobian's rows. */
    static List<Output> of(Sibling.Tangent tangent, GradientNames names) {
        Method source = tangent.source();
        List<Parameter> written = new ArrayList<>();
        for (int i = 0; i < source.parameters().size(); i++) {
            if (source.parameters().get(i).active() && tangent.written().get(i)) {
                written.add(source.parameters().get(i));
            }
        }
        boolean hasResult = source.result().carriesDerivative();
        boolean isOnly = !hasResult && written.size() == 1;
        List<Output> outputs = new ArrayList<>();
        if (hasResult) {
            outputs.add(new Output(
                    "value",
                    new Slot(names.result(), source.result()),
                    new Slot(names.resultTangent(), source.result().tangentType()),
                    Optional.empty()));
        }
        for (Parameter parameter : written) {
            outputs.add(new Output(
                    isOnly ? "value" : names.valueComponent(parameter),
                    new Slot(parameter.local().name(), parameter.local().type()),
                    new Slot(names.tangent(parameter), parameter.local().type().tangentType()),
                    Optional.of(parameter)));
        }
        return outputs;
    }
}
