package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;
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
    private final Map<ExecutableElement, Reading> readings = new HashMap<>();
    private final Map<String, Optional<ExecutableElement>> sources = new HashMap<>();
    private final List<Problem> helperProblems = new ArrayList<>();

    public SourceBodies(MethodReader reader) {
        this.reader = reader;
    }

    private record Reading(Optional<Method> method, List<Problem> problems) {}

    /** The method; nothing where it has problems, which are reported. */
    public Optional<Method> read(ExecutableElement element, Reporter reporter) {
        Reading reading = reading(element);
        reading.problems().forEach(reporter::report);
        return reading.method();
    }

    /** The body behind a call; nothing for a compiled method or one with problems, which wait to be asked for. */
    public Optional<Method> bodyOf(Callee callee) {
        Optional<ExecutableElement> source =
                sources.computeIfAbsent(callee.signature(), signature -> reader.find(callee));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Reading reading = reading(source.get());
        helperProblems.addAll(reading.problems());
        return reading.method();
    }

    private Reading reading(ExecutableElement element) {
        Reading known = readings.get(element);
        if (known != null) {
            return known;
        }
        Reporter reporter = new Reporter();
        Optional<Method> method = reader.read(element, reporter);
        Reading reading = new Reading(method, reporter.problems());
        readings.put(element, reading);
        return reading;
    }

    /** The problems of the bodies that were asked for since the last time. */
    public List<Problem> problemsOfHelpers() {
        List<Problem> problems = List.copyOf(helperProblems);
        helperProblems.clear();
        return problems;
    }
}
