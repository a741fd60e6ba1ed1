package io.github.pushforward.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import com.sun.source.util.Trees;
import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.TangentOf;
import io.github.pushforward.processor.analyze.Summaries;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.RowPlan;
import io.github.pushforward.processor.differentiate.SecondOrder;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.differentiate.SiblingTransform;
import io.github.pushforward.processor.emit.DualFormClass;
import io.github.pushforward.processor.emit.GradientClass;
import io.github.pushforward.processor.emit.LanesClass;
import io.github.pushforward.processor.emit.NameClashes;
import io.github.pushforward.processor.emit.SecondOrderClass;
import io.github.pushforward.processor.emit.SparsityClass;
import io.github.pushforward.processor.emit.Surroundings;
import io.github.pushforward.processor.emit.TangentClass;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.read.MethodReader;
import io.github.pushforward.processor.read.Positions;
import io.github.pushforward.processor.read.SourceBodies;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Generates the {@code *Tangent} and {@code *Gradient} siblings of every class with {@link Differentiable} methods. The
 * whole pipeline, from syntax trees to source files, is in
 * {@code differentiate} and {@code emit}.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {
    /** {@code -Apushforward.warnings=off} silences the advisories. */
    private static final String WARNINGS_OPTION = "pushforward.warnings";

    /** {@code -Apushforward.lanes=8}: how many directions a pass carries at most; 1, 2, 4 or 8. */
    private static final String LANES_OPTION = "pushforward.lanes";

    private static final List<String> LANES = List.of("1", "2", "4", "8");
    private static final int DEFAULT_LANES = 8;

    private final PendingMethods pending = new PendingMethods();
    private final PendingMethods pendingRules = new PendingMethods();
    private final Set<String> dualForms = new HashSet<>();
    private final RootClasses roots = new RootClasses();
    private final Set<Problem> refusedBuilds = new HashSet<>();
    private boolean refusedLanes;
    private boolean lacksLibraries;
    /** What was said in all rounds. */
    private final Set<Object> said = new HashSet<>();

    private final Placeholders placeholders = new Placeholders();
    /** The classes with tangents of their own that have had their turn. */
    private final Set<String> activeTypes = new HashSet<>();

    /** A processor for one compilation; javac makes it. */
    public DifferentiableProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Differentiable.class.getName(), Constant.class.getName(), TangentOf.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(WARNINGS_OPTION, LANES_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        roots.add(round);
        Set<TypeElement> owners = new LinkedHashSet<>(pending.take(processingEnv.getElementUtils()));
        Set<? extends Element> marked = round.getElementsAnnotatedWith(Differentiable.class);
        for (ExecutableElement method : ElementFilter.methodsIn(marked)) {
            owners.add((TypeElement) method.getEnclosingElement());
        }
        boolean marksTypes = !ElementFilter.typesIn(marked).isEmpty();
        Set<TypeElement> ruleClasses = new LinkedHashSet<>(pendingRules.take(processingEnv.getElementUtils()));
        for (ExecutableElement rule : ElementFilter.methodsIn(round.getElementsAnnotatedWith(TangentOf.class))) {
            ruleClasses.add((TypeElement) rule.getEnclosingElement());
        }
        if (owners.isEmpty() && ruleClasses.isEmpty() && !marksTypes) {
            return true;
        }
        Optional<Trees> trees = CompilerAccess.trees(processingEnv);
        if (trees.isEmpty()) {
            refuseCompiler();
            return true;
        }
        if (refuseBuild(Stream.concat(owners.stream(), ElementFilter.typesIn(marked).stream()))) {
            return true;
        }
        MethodReader reader = new MethodReader(
                trees.get(),
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                roots.asOfNow(processingEnv.getElementUtils()));
        for (TypeElement active : reader.activeTypes()) {
            if (activeTypes.add(active.getQualifiedName().toString())) {
                owners.add(active);
            }
        }
        SourceBodies bodies = new SourceBodies(reader);
        Summaries summaries = new Summaries(bodies::bodyOf);
        Positions positions = new Positions(trees.get(), said);
        for (TypeElement ruleClass : ruleClasses) {
            guarded(ruleClass, () -> checkRules(ruleClass, reader, positions, round.processingOver()));
        }
        for (TypeElement type : ElementFilter.typesIn(marked)) {
            guarded(type, () -> reader.function(type).ifPresent(function -> writeDualForm(function, reader)));
        }
        List<Generated> generated = new ArrayList<>();
        for (TypeElement owner : owners) {
            guarded(
                    owner,
                    () -> differentiate(owner, reader, bodies, summaries, positions, round)
                            .ifPresent(generated::add));
        }
        while (generated.removeIf(each -> dependsOnAbsent(each, reader))) {}
        if (!generated.isEmpty()) {
            guarded(generated.get(0).owner(), () -> emit(generated, reader, positions));
        }
        positions.flush();
        // Claimed: the annotations are ours, and unclaimed ones are a lint warning.
        return true;
    }

    private void guarded(TypeElement type, Runnable work) {
        try {
            work.run();
        } catch (StackOverflowError tooDeep) {
            print(
                    Code.MethodTooLarge,
                    "a source file that " + type.getSimpleName()
                            + " needs is nested too deeply for the stack of the compiler",
                    "split its longest expressions and innermost statements, or give the compiler more with -J-Xss16m",
                    type);
        } catch (LinkageError absent) {
            if (!lacksLibraries) {
                lacksLibraries = true;
                print(
                        Code.MissingLibrary,
                        "a library that Pushforward needs to generate code is not there: " + absent.getMessage(),
                        "put pushforward-processor on the processor path with all that it depends on, as Maven and Gradle do",
                        null);
            }
        } catch (RuntimeException defect) {
            reportDefect(type, defect);
        }
    }

    /** Checks custom rules, used or not; or has them wait for a type that does not exist yet. */
    private void checkRules(TypeElement ruleClass, MethodReader reader, Positions positions, boolean lastRound) {
        List<Problem> problems = reader.problemsOfRules(ruleClass);
        if (waits(problems) && !lastRound) {
            pendingRules.add(ruleClass);
        } else if (!waits(problems)) {
            problems.forEach(problem ->
                    positions.print(problem, ruleClass)); // else the compiler itself says what it cannot find
        }
    }

    private static boolean waits(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.code() == Code.UnresolvedName);
    }

    /** What a class is about to get. */
    private record Generated(TypeElement owner, Sibling sibling, Optional<SecondOrder> second, Reporter reporter) {}

    /** Reads, analyzes and differentiates one class; or has it wait for a type that does not exist yet. */
    private Optional<Generated> differentiate(
            TypeElement owner,
            MethodReader reader,
            SourceBodies bodies,
            Summaries summaries,
            Positions positions,
            RoundEnvironment round) {
        boolean lastRound = round.processingOver();
        Reporter reporter = new Reporter();
        List<ExecutableElement> elements = PendingMethods.annotatedIn(owner);
        List<Method> methods = new ArrayList<>();
        List<Method> incomplete = new ArrayList<>();
        for (ExecutableElement element : elements) {
            Optional<Method> method = bodies.read(element, reporter);
            if (!reader.hasBrokenRules(element)) { // else its calls would be refused as well
                method.ifPresent(methods::add);
                bodies.incomplete(element).ifPresent(incomplete::add);
            }
        }
        Set<String> names = elements.stream()
                .map(element -> element.getSimpleName().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<Aggregate> aggregate = reader.isActive(owner) ? reader.aggregate(owner, reporter) : Optional.empty();
        SiblingTransform transform = new SiblingTransform(
                reader.type(owner),
                names,
                bodies::requiredBodyOf,
                bodies::tableOf,
                summaries,
                reader.rebuilds(),
                reporter);
        incomplete.forEach(transform::diagnose);
        Sibling sibling = transform.transform(methods, aggregate);
        bodies.problemsOfHelpers().forEach(reporter::report);
        Optional<SecondOrder> second =
                reporter.isEmpty() ? transform.secondOrder(sibling, reader::isTwiceDifferentiable) : Optional.empty();
        bodies.problemsOfHelpers().forEach(reporter::report);
        NameClashes.check(sibling, second, reporter);

        if (waits(reporter.problems()) && !lastRound) {
            pending.add(owner);
            return Optional.empty();
        }
        reporter.problems().forEach(problem -> positions.print(problem, owner));
        // The problems of rules are reported where those stand.
        boolean isGood = reporter.isEmpty() && elements.stream().noneMatch(reader::hasBrokenRules);
        if (!isGood && !lastRound) {
            writePlaceholders(owner, reader);
        }
        // After an error, the last round may be the first that knows a name: what is generated then comes too late.
        return isGood && !(lastRound && round.errorRaised())
                ? Optional.of(new Generated(owner, sibling, second, reporter))
                : Optional.empty();
    }

    /** Whether what a class would get refers to what there is none of: then it gets placeholders, too. */
    private boolean dependsOnAbsent(Generated each, MethodReader reader) {
        boolean depends = placeholders.areReferredToBy(each.sibling());
        if (depends) {
            guarded(each.owner(), () -> writePlaceholders(each.owner(), reader));
        }
        return depends;
    }

    private void writePlaceholders(TypeElement owner, MethodReader reader) {
        placeholders
                .write(owner, reader, () -> surroundings(owner, reader), files())
                .forEach(function -> writeDualForm(function, reader));
    }

    /** Writes the siblings of all classes, whose lanes depend on each other. */
    private void emit(List<Generated> generated, MethodReader reader, Positions positions) {
        List<Sibling> siblings = generated.stream().map(Generated::sibling).toList();
        List<SecondOrder> seconds =
                generated.stream().flatMap(each -> each.second().stream()).toList();
        LanePlan lanes = LanePlan.of(siblings, seconds, lanes(), reader::exists, this::exists);
        // Who asks for fewer lanes, wants less code.
        RowPlan rows = lanes() == DEFAULT_LANES ? RowPlan.of(siblings) : RowPlan.none();
        LanePlan indexSets = LanePlan.ofIndexSets(siblings, reader::exists);
        for (Generated each : generated) {
            guarded(each.owner(), () -> emit(each, lanes, rows, indexSets, reader, positions));
        }
    }

    /** Writes the siblings of one class. */
    private void emit(
            Generated generated,
            LanePlan plan,
            RowPlan rowPlan,
            LanePlan indexSetPlan,
            MethodReader reader,
            Positions positions) {
        TypeElement owner = generated.owner();
        Sibling sibling = generated.sibling();
        Surroundings surroundings = surroundings(owner, reader);
        ClassType tangents = sibling.owner().sibling("Tangent");
        List<Method> lanes = Stream.concat(plan.methods(tangents).stream(), rowPlan.methods(tangents).stream())
                .toList();
        List<Method> indexSets = indexSetPlan.methods(tangents);
        List<Method> others = Stream.concat(lanes.stream(), indexSets.stream()).toList();
        write(TangentClass.of(sibling, reader.function(owner), others, surroundings), owner);
        LanesClass.of(sibling, tangents, lanes, plan.types(sibling), surroundings)
                .ifPresent(file -> write(file, owner));
        if (!indexSets.isEmpty()) {
            write(SparsityClass.of(sibling, indexSets, surroundings), owner);
        }
        generated.second().ifPresent(second -> emit(second, generated, plan, surroundings));
        GradientClass.of(sibling, plan, rowPlan, indexSetPlan, generated.second(), surroundings)
                .ifPresent(file -> write(file, owner));
        writeDualForms(sibling, reader);
        if (!"off".equals(processingEnv.getOptions().get(WARNINGS_OPTION))) {
            generated.reporter().advisories().forEach(positions::advise);
        }
    }

    private void emit(SecondOrder second, Generated generated, LanePlan plan, Surroundings surroundings) {
        ClassType seconds = second.owner().sibling(SecondOrderClass.SUFFIX);
        List<Method> lanes = plan.methods(seconds);
        write(SecondOrderClass.of(second, generated.sibling(), lanes, surroundings), generated.owner());
        LanesClass.of(generated.sibling(), seconds, lanes, List.of(), surroundings)
                .ifPresent(file -> write(file, generated.owner()));
    }

    /** Whether a generated class is there already. */
    private boolean exists(ClassType generated) {
        return processingEnv.getElementUtils().getTypeElement(generated.canonicalName()) != null;
    }

    /** The number of lanes to have where nothing is in the way. */
    private int lanes() {
        if (!processingEnv.getOptions().containsKey(LANES_OPTION)) {
            return DEFAULT_LANES;
        }
        // The compiler has null for what is empty.
        String option = Objects.requireNonNullElse(processingEnv.getOptions().get(LANES_OPTION), "");
        if (LANES.contains(option)) {
            return Integer.parseInt(option);
        }
        if (!refusedLanes) {
            refusedLanes = true;
            print(
                    Code.BadOption,
                    "-A" + LANES_OPTION + "=" + option + " is no number of directions that a pass can carry",
                    "write one of " + String.join(", ", LANES),
                    null);
        }
        return DEFAULT_LANES;
    }

    /** The dual forms of the functional interfaces that a sibling uses, each once in the compilation. */
    private void writeDualForms(Sibling sibling, MethodReader reader) {
        Map<ClassType, FunctionType> duals = reader.generatedDuals();
        for (ClassType type : sibling.classes()) {
            FunctionType function = duals.get(type);
            if (function != null) {
                writeDualForm(function, reader);
            }
        }
    }

    /** With those that it names itself. */
    private void writeDualForm(FunctionType function, MethodReader reader) {
        if (function.form().isGenerated() && dualForms.add(function.dual().canonicalName())) {
            TypeElement plain = reader.element(function.plain());
            if (PendingMethods.annotatedIn(plain).isEmpty()) { // else it is part of their sibling
                write(DualFormClass.of(function, reader.lints(plain), surroundings(plain, reader)), plain);
            }
            function.form().functions().forEach(inner -> writeDualForm(inner, reader));
        }
    }

    private Surroundings surroundings(TypeElement owner, MethodReader reader) {
        Elements elements = processingEnv.getElementUtils();
        String packageName = elements.getPackageOf(owner).getQualifiedName().toString();
        boolean hidesJavaLang = Surroundings.USED_JAVA_LANG.stream()
                .anyMatch(name ->
                        elements.getTypeElement(packageName.isEmpty() ? name : packageName + "." + name) != null);
        return new Surroundings(reader.classAccess(owner), hidesJavaLang, reader::isConcrete);
    }

    private void write(JavaFile file, TypeElement origin) {
        files().write(file, origin);
    }

    private SourceFiles files() {
        return new SourceFiles(processingEnv.getFiler(), processingEnv.getMessager());
    }

    private void refuseCompiler() {
        print(
                Code.UnsupportedCompiler,
                "Pushforward reads method bodies through the syntax trees of javac, which this compiler does not offer",
                "compile with javac",
                null);
    }

    /** Whether the build cannot compile what would be generated, which is said once, at the first class. */
    private boolean refuseBuild(Stream<TypeElement> owners) {
        BuildNeeds needs = new BuildNeeds(processingEnv);
        for (TypeElement owner : owners.toList()) {
            Optional<Problem> unmet = needs.unmetBy(owner);
            if (unmet.isPresent()) {
                if (refusedBuilds.add(unmet.get())) {
                    print(unmet.get(), owner);
                }
                return true;
            }
        }
        return false;
    }

    private void reportDefect(TypeElement owner, Throwable defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        print(
                Code.InternalError,
                "Pushforward failed on this class: " + defect + (trace.length == 0 ? "" : " at " + trace[0]),
                "this is a defect of Pushforward: please report it with the source of the class",
                owner);
    }

    private void print(Code code, String what, String advice, @Nullable TypeElement where) {
        print(new Problem(code, what, advice, Span.NONE), where);
    }

    private void print(Problem problem, @Nullable TypeElement where) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, problem.message(), where);
    }
}
