package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the method made for a pipeline is given: what the source is made of, then what the functions capture. */
final class PipelineArguments {
    /** Each variable once, and other values as they come. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Expr value, String name) {
        @Nullable
        Local variable() {
            return value instanceof Expr.Read read ? read.local() : null;
        }
    }

    private PipelineArguments() {}

    static PipelineArguments of(Pipeline pipeline) {
        PipelineArguments arguments = new PipelineArguments();
        arguments.add(pipeline.source());
        pipeline.functions().forEach(arguments::add);
        for (Pipeline.Argument argument : pipeline.arguments()) {
            argument.captures().forEach(arguments::add);
        }
        return arguments;
    }

    private void add(Pipeline.Source source) {
        if (source instanceof Pipeline.OfArray array) {
            add(array.array(), "array");
            if (array.from() != null && array.to() != null) {
                add(array.from(), "from");
                add(array.to(), "to");
            }
        } else if (source instanceof Pipeline.OfRange range) {
            add(range.from(), "from");
            add(isLengthOfVariable(range.to()) ? range.to().children().get(0) : range.to(), "to");
        } else if (source instanceof Pipeline.OfIteration iteration) {
            add(iteration.seed(), "seed");
        }
    }

    private void add(StageFunction function) {
        if (function instanceof StageFunction.Known known) {
            known.closure().captured().forEach(this::add);
        } else if (function instanceof StageFunction.Given given) {
            add(given.value(), "function");
        }
    }

    /** The length of an array is asked for in the method: the array is most often needed there anyway. */
    private static boolean isLengthOfVariable(Expr value) {
        return value instanceof Expr.Length length && length.array() instanceof Expr.Read;
    }

    private void add(Local variable) {
        add(variable.read(), variable.name());
    }

    private void add(Expr value, String name) {
        boolean isKnown = entries.stream()
                .anyMatch(entry -> entry.variable() != null && entry.value().equals(value));
        if (!isKnown && !(value instanceof Expr.Literal)) {
            entries.add(new Entry(
                    value, value instanceof Expr.Read read ? read.local().name() : name));
        }
    }

    List<Expr> values() {
        return entries.stream().map(Entry::value).toList();
    }

    /** What stands for the arguments in the method: its parameters. */
    Parameters declaredBy(Locals locals) {
        Parameters parameters = new Parameters();
        for (Entry entry : entries) {
            String name = locals.freshName(entry.name());
            Local variable = entry.variable();
            Local parameter = variable != null && variable.isReceiver()
                    ? locals.receiver(name, variable.type())
                    : locals.declared(name, entry.value().type());
            parameters.all.add(parameter);
            parameters.byValue.put(entry.value(), parameter);
            if (variable != null) {
                parameters.moves.put(variable, parameter);
            }
        }
        return parameters;
    }

    /** The parameters of the method, by what they hold. */
    static final class Parameters {
        private final List<Local> all = new ArrayList<>();
        private final Map<Expr, Local> byValue = new IdentityHashMap<>();
        private final Map<Local, Local> moves = new LinkedHashMap<>();

        List<Local> all() {
            return all;
        }

        /** What holds in the method what the given variables hold where it is called. */
        Map<Local, Local> moves() {
            return moves;
        }

        /** A part of the source in the method. */
        Expr read(Expr value) {
            if (value instanceof Expr.Literal) {
                return value;
            }
            if (isLengthOfVariable(value)) {
                return new Expr.Length(read(value.children().get(0)));
            }
            Local parameter = value instanceof Expr.Read variable ? moves.get(variable.local()) : byValue.get(value);
            return parameter.read();
        }
    }
}
