package io.github.pushforward.programs.check;

import io.github.pushforward.programs.print.JavaPrinter;
import io.github.pushforward.programs.shrink.Shrinker;
import io.github.pushforward.programs.tree.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles programs, many at a time, and checks each. */
public final class Checker implements AutoCloseable {
    /** A program that javac refuses without the processor: a defect of the generator. */
    public static final String ILL_TYPED = "ILL_TYPED";

    /** A program that is refused with the processor, or whose generated code is. */
    public static final String COMPILATION = "COMPILATION";

    private static final Pattern CODE = Pattern.compile("\\[[A-Z]\\w+]");

    private final ProgramCompiler compiler = new ProgramCompiler();
    private final Tally tally = new Tally();
    private final UnaryOperator<Program> oracle;

    public Checker() {
        this(UnaryOperator.identity());
    }

    /**
     * @param oracle what the interpreter is told that a program is: another one shows that differences are seen
     */
    Checker(UnaryOperator<Program> oracle) {
        this.oracle = oracle;
    }

    /** The first finding of each program that has one. */
    public Map<Program, Finding> check(List<Program> programs) {
        Map<Program, Finding> findings = new LinkedHashMap<>();
        List<Program> rest = new ArrayList<>(programs);
        ProgramCompiler.Result result = compile(rest, true);
        while (!result.isSuccess() && !rest.isEmpty()) {
            Map<Program, String> refused = refused(rest, result.diagnostics());
            refused.forEach((program, text) -> findings.put(program, compilation(program, text)));
            rest.removeAll(refused.keySet());
            result = compile(rest, true);
        }
        MemoryClasses classes = new MemoryClasses(result.classes());
        for (Program program : rest) {
            new ProgramCheck(program, oracle.apply(program), classes, tally)
                    .run()
                    .ifPresent(finding -> findings.put(program, finding));
        }
        return findings;
    }

    /** The first finding of one program. */
    public Optional<Finding> check(Program program) {
        return Optional.ofNullable(check(List.of(program)).get(program));
    }

    /** A smaller program that fails in the same way. */
    public Program shrink(Program program, String kind, Duration limit) {
        try (Checker own = new Checker()) {
            return new Shrinker(
                            smaller -> own.isWellTyped(smaller)
                                    && own.check(smaller)
                                            .map(finding -> finding.kind().equals(kind))
                                            .orElse(false),
                            limit)
                    .shrink(program);
        }
    }

    /** Whether javac takes a program, without the processor. */
    public boolean isWellTyped(Program program) {
        return compile(List.of(program), false).isSuccess();
    }

    /** How often what was compared. */
    public Tally tally() {
        return tally;
    }

    /** What the processor generates for a program, by the name of the class. */
    public Map<String, String> generated(Program program) {
        return compile(List.of(program), true).generated();
    }

    private ProgramCompiler.Result compile(List<Program> programs, boolean isProcessed) {
        Map<String, String> sources = new TreeMap<>();
        programs.forEach(program -> sources.put(Methods.className(program), JavaPrinter.print(program)));
        return compiler.compile(sources, isProcessed);
    }

    private Finding compilation(Program program, String text) {
        if (!isWellTyped(program)) {
            return new Finding(ILL_TYPED, text);
        }
        var code = CODE.matcher(text);
        return new Finding(COMPILATION + (code.find() ? " " + code.group() : ""), text);
    }

    /** What is said of which program; where nothing names one, it is said of all. */
    private static Map<Program, String> refused(
            List<Program> programs, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        Map<Program, String> refused = new LinkedHashMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            JavaFileObject file = diagnostic.getSource();
            String path = file == null ? diagnostic.getMessage(Locale.ROOT) : file.getName();
            for (Program program : programs) {
                if (path.matches("(?s).*\\b" + program.name() + "(\\b|[_A-Z$]).*")) {
                    String message =
                            path + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
                    refused.merge(program, message, (one, other) -> one + "\n" + other);
                }
            }
        }
        if (refused.isEmpty()) {
            programs.forEach(program -> refused.put(program, diagnostics.toString()));
        }
        return refused;
    }

    @Override
    public void close() {
        compiler.close();
    }
}
