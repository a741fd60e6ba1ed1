package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.Rebuild;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The statements that make an object again from the numbers of a flat array. */
final class RebuildCode {
    private static final String REBUILT = "rebuilt";

    private final Aggregate aggregate;
    private final Rebuild rebuild;
    private final String value;
    private final String flat;
    /** Whether the order in which the object is put together is that of the numbers. */
    private final boolean isInOrder;

    RebuildCode(Aggregate aggregate, Rebuild rebuild, String value, String flat) {
        this.aggregate = aggregate;
        this.rebuild = rebuild;
        this.value = value;
        this.flat = flat;
        List<String> order =
                aggregate.all().stream().map(Aggregate.Component::name).toList();
        this.isInOrder = active().map(Rebuild.Field::name).toList().equals(order);
    }

    private Stream<Rebuild.Field> active() {
        return Stream.concat(rebuild.arguments().stream(), rebuild.assigned().stream())
                .filter(Rebuild.Field::isActive);
    }

    void addTo(MethodSpec.Builder code) {
        if (!isInOrder) {
            for (Aggregate.Component component : aggregate.all()) {
                Rebuild.Field field = active().filter(other -> other.name().equals(component.name()))
                        .findFirst()
                        .orElseThrow();
                code.addStatement("$T $N = $L", TypeNames.of(field.type()), local(field), next(field));
            }
        }
        TypeName type = TypeNames.of(aggregate.type());
        CodeBlock arguments = rebuild.arguments().stream().map(this::part).collect(CodeBlock.joining(",$W"));
        if (rebuild.assigned().isEmpty()) {
            code.addStatement("return new $T($L)", type, arguments);
            return;
        }
        code.addStatement("$T $N = new $T($L)", type, REBUILT, type, arguments);
        for (Rebuild.Field field : rebuild.assigned()) {
            code.addStatement("$N.$N = $L", REBUILT, field.name(), part(field));
        }
        code.addStatement("return $N", REBUILT);
    }

    private CodeBlock part(Rebuild.Field field) {
        if (!field.isActive()) {
            return CodeBlock.of("$N.$L", value, field.reading());
        }
        return isInOrder ? next(field) : CodeBlock.of("$N", local(field));
    }

    private CodeBlock next(Rebuild.Field field) {
        return new Transfer(field.type(), flat).value(CodeBlock.of("$N.$L", value, field.reading()));
    }

    private String local(Rebuild.Field field) {
        return Set.of(value, flat, REBUILT).contains(field.name()) ? field.name() + "_" : field.name();
    }
}
