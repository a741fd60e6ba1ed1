package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.Table;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** The methods of this compilation, each read once a round. */
public final class SourceBodies {
    private final MethodReader reader;
    private final Map<Key, Reading> readings = new HashMap<>();
    private final Map<String, Optional<ExecutableElement>> sources = new HashMap<>();
    private final Map<VariantKey, Reading> variants = new HashMap<>();
    private final List<Problem> helperProblems = new ArrayList<>();

    public SourceBodies(MethodReader reader) {
        this.reader = reader;
    }

    /** A method, and the custom rules that its calls follow. */
    private record Key(ExecutableElement element, RuleSet rules) {}

    /** A method made for known functions, and the custom rules that its calls follow. */
    private record VariantKey(String signature, RuleSet rules) {}

    /** @param method with problems, one that lacks statements */
    private record Reading(Optional<Method> method, List<Problem> problems) {
        Optional<Method> whole() {
            return method.filter(read -> problems.isEmpty());
        }
    }

    /** The method; nothing where it has problems, which are reported. */
    public Optional<Method> read(ExecutableElement element, Reporter reporter) {
        Reading reading = reading(element, RuleSet.NONE);
        reading.problems().forEach(reporter::report);
        return reading.whole();
    }

    /** A method with problems, without the statements that have them, so that the others can be looked at. */
    public Optional<Method> incomplete(ExecutableElement element) {
        Reading reading = reading(element, RuleSet.NONE);
        return reading.problems().isEmpty() ? Optional.empty() : reading.method();
    }

    /**
     * The body behind a call; nothing for a compiled method or for one with problems. The problems wait to be asked for,
     * unless the method takes nothing but indices and the like: then it is called as it is, whatever it contains.
     */
    public Optional<Method> bodyOf(Callee callee) {
        return body(callee, !callee.parameterTypes().stream().allMatch(SourceBodies::isIndexLike));
    }

    /** The body behind a call that must be written down again: its problems count. */
    public Optional<Method> requiredBodyOf(Callee callee) {
        return body(callee, true);
    }

    private static boolean isIndexLike(Type type) {
        return type.elementType() instanceof Primitive primitive && primitive.compareTo(Primitive.INT) <= 0;
    }

    private Optional<Method> body(Callee callee, boolean counts) {
        if (callee.isSpecialized()) {
            Reading reading = specialized(callee);
            helperProblems.addAll(reading.problems());
            return reading.whole();
        }
        Optional<ExecutableElement> source =
                sources.computeIfAbsent(callee.signature(), signature -> reader.find(callee));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Reading reading = reading(source.get(), callee.rules());
        if (counts) {
            helperProblems.addAll(reading.problems());
        }
        return reading.whole();
    }

    private Reading specialized(Callee callee) {
        VariantKey key = new VariantKey(callee.signature(), callee.rules());
        Reading known = variants.get(key);
        if (known != null) {
            return known;
        }
        Reporter reporter = new Reporter();
        Optional<Method> method = reader.readSpecialized(callee, reporter);
        Reading reading = new Reading(method, reporter.problems());
        variants.put(key, reading);
        return reading;
    }

    /** A private static field with its initializer, whose problems count; asked for once by who needs a copy. */
    public Optional<Table> tableOf(Expr.StaticField field) {
        Reporter reporter = new Reporter();
        Optional<Table> table = reader.read(field, reporter);
        helperProblems.addAll(reporter.problems());
        return table;
    }

    /** @param rules those of the caller, which an annotated method has no need of: it names its own */
    private Reading reading(ExecutableElement element, RuleSet rules) {
        boolean isAnnotated = Callees.isAnnotated(element);
        Key key = new Key(element, isAnnotated ? RuleSet.NONE : rules);
        Reading known = readings.get(key);
        if (known != null) {
            return known;
        }
        Reporter reporter = new Reporter();
        RuleSet followed = isAnnotated ? reader.rules(element, reporter) : rules;
        Optional<Method> method = reader.read(element, followed, reporter);
        Reading reading = new Reading(method, reporter.problems());
        readings.put(key, reading);
        return reading;
    }

    /** The problems of the bodies that were asked for since the last time. */
    public List<Problem> problemsOfHelpers() {
        List<Problem> problems = List.copyOf(helperProblems);
        helperProblems.clear();
        return problems;
    }
}
