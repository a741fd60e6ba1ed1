package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Knows which tree a span stands for, and prints problems at its line and column. */
public final class Positions {
    private final Trees trees;
    private final Set<Object> known;
    private final List<Message> messages = new ArrayList<>();

    /** @param known what was printed in earlier rounds, and is not printed again */
    public Positions(Trees trees, Set<Object> known) {
        this.trees = trees;
        this.known = known;
    }

    private record Place(Tree tree, CompilationUnitTree file) {}

    private record Message(Diagnostic.Kind kind, Problem problem, Place place, long start, String rest) {}

    /** Trees of one file may be others in the next round. */
    private record Key(String message, URI file, long start) {}

    static Span spanOf(Tree tree, CompilationUnitTree file) {
        return new Span(new Place(tree, file));
    }

    /**
     * Has the problem printed as an error of the compiler; once, even where several classes run into it.
     *
     * @param owner the class whose siblings have the problem: it is named where that is in another file
     */
    public void print(Problem problem, TypeElement owner) {
        Place place = (Place) problem.span().origin();
        boolean isElsewhere = !trees.getPath(owner)
                .getCompilationUnit()
                .getSourceFile()
                .equals(place.file().getSourceFile());
        add(problem, Diagnostic.Kind.ERROR, isElsewhere ? " (found in differentiating " + owner + ")" : "");
    }

    /** Has an advisory printed as a warning of the compiler. */
    public void advise(Problem advisory) {
        add(advisory, Diagnostic.Kind.WARNING, "");
    }

    private void add(Problem problem, Diagnostic.Kind kind, String rest) {
        Place place = (Place) problem.span().origin();
        long start = trees.getSourcePositions().getStartPosition(place.file(), place.tree());
        // What is out of reach, or unknown, is so because of its declaration, wherever it is used: the first use is
        // enough.
        boolean isOfDeclaration = problem.code() == Code.NotAccessible || problem.code() == Code.UnresolvedName;
        URI file = place.file().getSourceFile().toUri();
        // Which operand loses its derivative depends on who calls a helper: once is enough.
        String message = problem.code() == Code.EqualityGuard ? problem.code().name() : problem.message();
        if (known.add(new Key(message, file, isOfDeclaration ? 0 : start))) {
            messages.add(new Message(kind, problem, place, start, rest));
        }
    }

    /** Prints what has come together: the files as they were met, each from its beginning to its end. */
    public void flush() {
        Map<URI, List<Message>> files = new LinkedHashMap<>();
        for (Message message : messages) {
            files.computeIfAbsent(message.place().file().getSourceFile().toUri(), file -> new ArrayList<>())
                    .add(message);
        }
        messages.clear();
        files.values().stream()
                .flatMap(file -> file.stream().sorted(Comparator.comparingLong(Message::start)))
                .forEach(this::print);
    }

    private void print(Message message) {
        Problem problem = message.problem();
        Place place = message.place();
        String quote = Quotes.missingIn(problem.what(), place.tree(), place.file(), trees);
        trees.printMessage(message.kind(), problem.message(quote) + message.rest(), place.tree(), place.file());
    }
}
