package io.github.pushforward.processor.emit;

import io.github.pushforward.processor.differentiate.SecondOrder;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds differentiable methods for which two generated methods would have one signature. */
public final class NameClashes {
    private static final String RANDOM = TypeNames.RANDOM_GENERATOR.canonicalName();
    private static final String FLAT = "double[]";
    private static final String DIRECTIONS = TypeNames.DIRECTIONS.canonicalName();

    private final Map<String, Method> signatures = new HashMap<>();
    private final Reporter reporter;

    private NameClashes(Reporter reporter) {
        this.reporter = reporter;
    }

    public static void check(Sibling sibling, Optional<SecondOrder> second, Reporter reporter) {
        NameClashes seconds = new NameClashes(reporter);
        second.ifPresent(all -> all.twices().forEach(seconds::addTwice));
        NameClashes tangents = new NameClashes(reporter);
        NameClashes gradients = new NameClashes(reporter);
        for (Sibling.Tangent tangent : sibling.tangents()) {
            tangents.addEntry(tangent.source(), tangent.tangent());
            sibling.withoutDispatch(tangent)
                    .ifPresent(form -> tangents.add(tangent.source(), form.name(), types(form)));
            if (!tangent.isRepeatable()) {
                continue;
            }
            if (Output.isScalar(tangent)) {
                gradients.addGradient(tangent);
                second.flatMap(all -> all.of(tangent)).ifPresent(twice -> gradients.addHessian(tangent.source()));
            } else {
                gradients.addJacobian(tangent);
            }
        }
    }

    private void addGradient(Sibling.Tangent tangent) {
        Method source = tangent.source();
        String name = source.name();
        List<String> parameters = types(source);
        add(source, name, parameters);
        add(source, name + "Forward", with(parameters, RANDOM));
        add(source, name + "Forward", with(parameters, DIRECTIONS, "int", RANDOM));
        add(source, name + "Along", types(tangent.tangent()));
        addView(tangent, parameters);
    }

    private void addTwice(SecondOrder.Twice twice) {
        Method source = twice.first().source();
        addEntry(source, twice.alongConstants().method());
        twice.alongTangents().ifPresent(form -> addEntry(source, form.method()));
    }

    /** A tangent method, and the one that checks its arguments. */
    private void addEntry(Method source, Method tangent) {
        add(source, source.name(), types(tangent));
        if (!tangent.name().equals(source.name())) {
            add(source, tangent.name(), types(tangent));
        }
    }

    private void addHessian(Method source) {
        List<String> parameters = types(source);
        add(source, source.name() + "Hessian", parameters);
        add(source, source.name() + "HessianVector", with(parameters, FLAT));
        add(source, source.name() + "HessianForm", with(parameters, FLAT, FLAT));
    }

    private void addJacobian(Sibling.Tangent tangent) {
        Method source = tangent.source();
        List<String> parameters = types(source);
        add(source, source.name(), parameters);
        addView(tangent, parameters);
    }

    private void addView(Sibling.Tangent tangent, List<String> parameters) {
        if (tangent.isMovable()) {
            add(tangent.source(), tangent.source().name() + "Function", parameters);
        }
    }

    private void add(Method source, String name, List<String> parameters) {
        Method other = signatures.putIfAbsent(name + parameters, source);
        if (other != null) {
            reporter.report(new Problem(
                    Code.NameClash,
                    source.name() + " and " + other.name() + " would both generate " + name + "("
                            + String.join(", ", parameters) + ")",
                    "rename one of them",
                    source.span()));
        }
    }

    private static List<String> types(Method method) {
        return method.parameters().stream()
                .map(Parameter::local)
                .map(local -> local.type())
                .map(Type::toString)
                .toList();
    }

    private static List<String> with(List<String> parameters, String... more) {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all;
    }
}
