package io.github.pushforward.fuzz;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a file are, as javac parses it.
 *
 * @param parses whether it found nothing to complain about
 */
record Outline(boolean parses, Map<Kind, List<Part>> parts) {

    /** What a part is. */
    enum Kind {
        CLASS,
        METHOD,
        FIELD,
        PARAMETER,
        TYPE,
        STATEMENT,
        EXPRESSION,
        ANNOTATION
    }

    /**
     * From one offset to another.
     *
     * @param name of what it declares; empty where it declares nothing
     * @param isNumeric for methods: whether it has a body and gets numbers or arrays of numbers
     */
    record Part(int start, int end, String name, boolean isNumeric) {
        String in(String text) {
            return text.substring(start, end);
        }

        /** Its text with another name, so that it can stand beside itself. */
        String renamedIn(String text, String newName) {
            return name.isEmpty()
                    ? in(text)
                    : in(text).replaceFirst(
                                    "(?<![\\w.])" + Pattern.quote(name) + "(?=\\s*(?:[(=;,\\[]|$))",
                                    Matcher.quoteReplacement(newName));
        }

        String replaced(String text, String replacement) {
            return text.substring(0, start) + replacement + text.substring(end);
        }
    }

    List<Part> all(Kind kind) {
        return parts.getOrDefault(kind, List.of());
    }

    static Outline of(String text) {
        boolean[] fails = {false};
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        Writer.nullWriter(),
                        null,
                        diagnostic -> fails[0] |= diagnostic.getKind() == Diagnostic.Kind.ERROR,
                        List.of("-proc:none"),
                        null,
                        List.of(new SourceFile("Outline.java", text).compilable()));
        try {
            Scan scan = new Scan(Trees.instance(task).getSourcePositions(), text.length());
            task.parse().forEach(file -> scan.scan(file, file));
            return new Outline(!fails[0], scan.parts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (StackOverflowError | IllegalStateException crash) { // javac's own
            return new Outline(false, Map.of());
        }
    }

    private static final class Scan extends TreeScanner<@Nullable Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final int length;
        private final Map<Kind, List<Part>> parts = new EnumMap<>(Kind.class);

        Scan(SourcePositions positions, int length) {
            this.positions = positions;
            this.length = length;
        }

        private void add(Kind kind, Tree tree, CompilationUnitTree file) {
            add(kind, tree, file, "", false);
        }

        private void add(Kind kind, Tree tree, CompilationUnitTree file, String name, boolean isNumeric) {
            int start = (int) positions.getStartPosition(file, tree);
            int end = (int) positions.getEndPosition(file, tree);
            if (0 <= start && start < end && end <= length) {
                parts.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Part(start, end, name, isNumeric));
            }
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, CompilationUnitTree file) {
            if (tree instanceof ClassTree) {
                add(Kind.CLASS, tree, file);
            } else if (tree instanceof VariableTree) {
                // Which of the three it is, its parent says.
            } else if (tree instanceof StatementTree) {
                add(Kind.STATEMENT, tree, file);
            } else if (tree instanceof AnnotationTree) {
                add(Kind.ANNOTATION, tree, file);
            } else if (tree instanceof ExpressionTree) {
                add(Kind.EXPRESSION, tree, file);
            }
            return super.scan(tree, file);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, CompilationUnitTree file) {
            for (Tree member : tree.getMembers()) {
                if (member instanceof VariableTree field) {
                    add(Kind.FIELD, field, file, field.getName().toString(), false);
                }
            }
            return super.visitClass(tree, file);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, CompilationUnitTree file) {
            boolean isNumeric = tree.getBody() != null
                    && tree.getReturnType() != null
                    && tree.getParameters().stream()
                            .anyMatch(parameter -> parameter.getType() != null
                                    && parameter.getType().toString().matches("(double|float)(\\[]|\\.\\.\\.)*"));
            add(Kind.METHOD, tree, file, tree.getName().toString(), isNumeric);
            tree.getParameters()
                    .forEach(parameter -> add(
                            Kind.PARAMETER, parameter, file, parameter.getName().toString(), false));
            if (tree.getReturnType() != null) {
                add(Kind.TYPE, tree.getReturnType(), file);
            }
            return super.visitMethod(tree, file);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, CompilationUnitTree file) {
            if (tree.getType() != null) {
                add(Kind.TYPE, tree.getType(), file);
            }
            if (tree.getInitializer() != null) {
                add(Kind.STATEMENT, tree, file, tree.getName().toString(), false);
            }
            // Not the type, in whose place no expression can stand.
            scan(tree.getModifiers(), file);
            return scan(tree.getInitializer(), file);
        }

        @Override
        public @Nullable Void visitModifiers(ModifiersTree tree, CompilationUnitTree file) {
            tree.getAnnotations().forEach(annotation -> add(Kind.ANNOTATION, annotation, file));
            return null;
        }

        @Override
        public @Nullable Void visitCase(CaseTree tree, CompilationUnitTree file) {
            scan(tree.getStatements(), file);
            return scan(tree.getBody(), file);
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, CompilationUnitTree file) {
            return null;
        }

        @Override
        public @Nullable Void visitPackage(PackageTree tree, CompilationUnitTree file) {
            return null;
        }
    }
}
