package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.analyze.Summaries;
import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.SecondOrder;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.differentiate.SiblingTransform;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.report.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Methods to differentiate: a source file among the test resources, read once and compiled once. What is read is what the calculus
 * gets from a compiler; what is compiled is what the methods do.
 */
public final class Corpus {
    private static final Map<String, Corpus> ALL = new ConcurrentHashMap<>();

    private final CorpusReader read;
    private final Map<String, byte[]> classFiles;
    private final ClassLoader classes;

    private Corpus(String name, String text) {
        MemoryCompiler compiler = new MemoryCompiler("corpus." + name, text);
        this.read = compiler.read();
        this.classFiles = compiler.compile();
        this.classes = MemoryCompiler.loader(classFiles);
    }

    /** The classes of {@code corpus/NAME.java}. */
    public static Corpus of(String name) {
        return ALL.computeIfAbsent(name, key -> new Corpus(key, text(key)));
    }

    /** Classes of the package {@code corpus}, by the source of a file. */
    public static Corpus ofSource(String name, String text) {
        return new Corpus(name, text);
    }

    /** The class files, by the names of the classes. */
    public Map<String, byte[]> classFiles() {
        return classFiles;
    }

    private static String text(String name) {
        String path = "/corpus/" + name + ".java";
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What else to make beside tangents. */
    public enum Wanted {
        SECOND_DERIVATIVES,
        LANES,
        INDEX_SETS
    }

    /**
     * Differentiates everything anew.
     *
     * @param lanes how many directions a pass may carry
     * @param reporter hears of the problems
     */
    public Derivatives differentiate(int lanes, Reporter reporter, Wanted... more) {
        Set<Wanted> wanted = Set.of(more);
        Sources sources = new Sources(read);
        List<Sibling> siblings = new ArrayList<>();
        List<SecondOrder> seconds = new ArrayList<>();
        Summaries summaries = new Summaries(sources::analyzed);
        for (CorpusReader.Owner owner : read.owners) {
            SiblingTransform transform = new SiblingTransform(
                    owner.type(),
                    owner.names(),
                    sources::required,
                    read.bodies::tableOf,
                    summaries,
                    read.reader.rebuilds(),
                    reporter);
            List<Method> methods = owner.methods().stream().map(sources::own).toList();
            Sibling sibling = transform.transform(methods, owner.aggregate());
            siblings.add(sibling);
            if (reporter.isEmpty()) {
                transform
                        .secondOrder(sibling, read.reader::isTwiceDifferentiable)
                        .ifPresent(seconds::add);
            }
        }
        read.bodies.problemsOfHelpers().forEach(reporter::report);
        boolean hasLanes = wanted.contains(Wanted.LANES) && reporter.isEmpty();
        LanePlan plan = hasLanes
                ? LanePlan.of(siblings, seconds, lanes, callee -> false, type -> false)
                : LanePlan.of(List.of(), List.of(), 1, callee -> false, type -> false);
        boolean hasIndexSets = wanted.contains(Wanted.INDEX_SETS) && reporter.isEmpty();
        LanePlan indexSets = LanePlan.ofIndexSets(hasIndexSets ? siblings : List.of(), callee -> false);
        List<Aggregate> aggregates = siblings.stream()
                .flatMap(sibling -> sibling.aggregate().stream())
                .toList();
        Program program = new Program(classes, aggregates);
        read.reader.generatedDuals().values().forEach(program::add);
        return new Derivatives(program, siblings, seconds, plan, indexSets);
    }

    /** The differentiable methods, as they are read. */
    public List<Method> methods() {
        return read.owners.stream().flatMap(owner -> owner.methods().stream()).toList();
    }

    /** The methods of the compilation, with variables of their own for one differentiation: none must be in another's way. */
    private static final class Sources {
        private record Key(String signature, RuleSet rules) {}

        private final CorpusReader read;
        private final Map<Key, Optional<Method>> forks = new HashMap<>();
        private final Map<Method, Method> own = new IdentityHashMap<>();

        Sources(CorpusReader read) {
            this.read = read;
        }

        Optional<Method> required(Callee callee) {
            return fork(callee, read.bodies::requiredBodyOf);
        }

        Optional<Method> analyzed(Callee callee) {
            return fork(callee, read.bodies::bodyOf);
        }

        private Optional<Method> fork(Callee callee, Function<Callee, Optional<Method>> bodies) {
            return forks.computeIfAbsent(
                    new Key(callee.signature(), callee.rules()),
                    key -> bodies.apply(callee).map(this::own));
        }

        Method own(Method method) {
            return own.computeIfAbsent(method, Method::fork);
        }
    }
}
