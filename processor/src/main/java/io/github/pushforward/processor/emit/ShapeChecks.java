package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.pushforward.processor.differentiate.SecondOrder;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checks that tangents have the shapes of their primals, where a generated method is entered that anyone may call: without them a
 * shorter tangent ends in an exception that names nothing, and the rest of a longer one is left out in silence.
 */
final class ShapeChecks {
    private record Pair(Local primal, Local tangent) {}

    private final List<Pair> pairs;
    private final Surroundings surroundings;

    private ShapeChecks(List<Pair> pairs, Surroundings surroundings) {
        this.pairs = pairs;
        this.surroundings = surroundings;
    }

    static ShapeChecks of(Sibling.Tangent tangent, Surroundings surroundings) {
        return new ShapeChecks(pairs(tangent, tangent.tangent()), surroundings);
    }

    /** Those of both directions, and of how the first changes along the second. */
    static ShapeChecks of(Sibling.Tangent first, SecondOrder.Form second, Surroundings surroundings) {
        Method method = second.method();
        List<Pair> pairs = pairs(first, method);
        List<Local> primals = new ArrayList<>();
        for (int i = 0; i < first.source().parameters().size(); i++) {
            primals.add(local(method, i));
        }
        pairs.forEach(pair -> primals.add(pair.primal()));
        for (int i = 0, next = primals.size(); i < second.active().size(); i++) {
            if (second.active().get(i)) {
                pairs.add(new Pair(primals.get(i), local(method, next++)));
            }
        }
        return new ShapeChecks(pairs, surroundings);
    }

    private static List<Pair> pairs(Sibling.Tangent tangent, Method method) {
        List<Pair> pairs = new ArrayList<>();
        List<Parameter> originals = tangent.source().parameters();
        int next = originals.size();
        for (int i = 0; i < originals.size(); i++) {
            if (originals.get(i).active()) {
                pairs.add(new Pair(local(method, i), local(method, next++)));
            }
        }
        return pairs;
    }

    private static Local local(Method method, int parameter) {
        return method.parameters().get(parameter).local();
    }

    /** A line for each tangent that may have a wrong shape. */
    CodeBlock code() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Pair pair : pairs) {
            check(pair.primal().type()).ifPresent(check -> {
                String name = pair.tangent().name();
                code.addStatement(
                        "$T.$L($N, $N, $S)",
                        TypeNames.TANGENTS,
                        check,
                        pair.primal().name(),
                        name,
                        name);
            });
        }
        return code.build();
    }

    private Optional<String> check(Type type) {
        if (type.isArray()) {
            return Optional.of("requireShape");
        }
        boolean isObject = type instanceof ClassType named
                && named.isActive()
                && surroundings.isConcrete().test(named);
        return isObject ? Optional.of("requirePresent") : Optional.empty();
    }
}
