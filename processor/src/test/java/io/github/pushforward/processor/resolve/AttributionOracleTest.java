package io.github.pushforward.processor.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.read.MethodReader;
import io.github.pushforward.processor.report.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Our own attribution against that of javac. Every expression of a corpus initialises a {@code var} in a method of its own;
 * an annotation processor reads the methods as ours does, and after the same compilation has been attributed, the type
 * that we gave the variable must be the one that javac gave it. Overloads in the corpus differ in their result types, so that
 * choosing another one shows.
 */
class AttributionOracleTest {
    private static final String PARAMETERS = "byte b, short s, char c, int i, long l, float f, double d, boolean z, "
            + "byte[] bA, short[] sA, char[] cA, int[] iA, long[] lA, float[] fA, double[] dA, boolean[] zA, "
            + "int[][] iAA, double[][] dAA, Object x, String text, "
            + "Byte boxB, Short boxS, Character boxC, Integer boxI, Long boxL, Float boxF, Double boxD, Boolean boxZ";

    /** An expression, and the class of the corpus that it stands in. */
    private record Question(String section, String expression) {}

    @Test
    void handPickedExpressions() {
        List<Question> questions = new ArrayList<>();
        String section = "";
        for (String line :
                resource("expressions.txt").lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                questions.add(new Question(section, line));
            }
        }

        assertThat(questions).hasSizeGreaterThan(300);
        compare(questions);
    }

    /** Every operator between every two numeric types, every conversion from one to another. */
    @Test
    void operatorsOverAllTypes() {
        List<String> integers = List.of("b", "s", "c", "i", "l");
        List<String> numbers = List.of("b", "s", "c", "i", "l", "f", "d");
        List<String> types = List.of("byte", "short", "char", "int", "long", "float", "double");
        List<Question> questions = new ArrayList<>();
        for (String left : numbers) {
            for (String right : numbers) {
                for (String op : List.of("+", "-", "*", "/", "%", "<", ">=", "==", "!=")) {
                    questions.add(inCorpus(left + " " + op + " " + right));
                }
                for (String op : List.of("+=", "-=", "*=", "/=", "%=")) {
                    questions.add(inCorpus(left + " " + op + " " + right));
                }
                questions.add(inCorpus("z ? " + left + " : " + right));
                questions.add(inCorpus("two(" + left + ", " + right + ")"));
                questions.add(inCorpus("Math.max(" + left + ", " + right + ")"));
            }
            for (String type : types) {
                questions.add(inCorpus("(" + type + ") " + left));
            }
            for (String op : List.of("+", "-", "++", "--")) {
                questions.add(inCorpus(op + left));
            }
            questions.add(inCorpus(left + "++"));
            questions.add(inCorpus("pick(" + left + ")"));
            questions.add(inCorpus("Math.abs(" + left + ")"));
        }
        for (String left : integers) {
            questions.add(inCorpus("~" + left));
            for (String right : integers) {
                for (String op : List.of("&", "|", "^", "<<", ">>", ">>>", "&=", "<<=", ">>>=")) {
                    questions.add(inCorpus(left + " " + op + " " + right));
                }
            }
        }

        compare(questions);
    }

    /** Every operator between every two numeric types, at least one of them boxed. */
    @Test
    void operatorsOverBoxes() {
        List<String> numbers = List.of("b", "s", "c", "i", "l", "f", "d");
        List<String> boxes = List.of("boxB", "boxS", "boxC", "boxI", "boxL", "boxF", "boxD");
        List<String> all = new ArrayList<>(numbers);
        all.addAll(boxes);
        all.addAll(List.of("1", "100000", "'x'", "1.5"));
        List<Question> questions = new ArrayList<>();
        for (String box : boxes) {
            for (String other : all) {
                for (String op : List.of("+", "/", "<")) {
                    questions.add(inCorpus(box + " " + op + " " + other));
                    questions.add(inCorpus(other + " " + op + " " + box));
                }
                questions.add(inCorpus("Math.max(" + box + ", " + other + ")"));
                boolean isBox = boxes.contains(other);
                if (!isBox || other.equals(box)) {
                    questions.add(inCorpus(box + " == " + other));
                }
                questions.add(inCorpus("z ? " + box + " : " + other));
                questions.add(inCorpus("boxZ ? " + other + " : " + box));
            }
            questions.add(inCorpus("-" + box));
            questions.add(inCorpus(box + "++"));
            questions.add(inCorpus("pick(" + box + ")"));
            questions.add(inCorpus("two(" + box + ", i)"));
        }
        for (String expression : List.of(
                "!boxZ",
                "boxZ && z",
                "boxZ & boxZ",
                "z ? boxZ : z",
                "z ? boxZ : boxZ",
                "boxI << boxL",
                "~boxB",
                "boxI & 1",
                "boxD += i",
                "boxI += 1",
                "dA[boxI]",
                "(double) boxD",
                "(double) boxI",
                "(int) boxI",
                "(Double) d",
                "(Object) d",
                "(Object) boxD",
                "text + boxD",
                "new double[boxI]")) {
            questions.add(inCorpus(expression));
        }

        compare(questions);
    }

    private static Question inCorpus(String expression) {
        return new Question("Corpus", expression);
    }

    private static void compare(List<Question> questions) {
        Map<String, String> javacTypes = new LinkedHashMap<>();
        Map<String, String> ourTypes = new LinkedHashMap<>();
        compile(questions, ourTypes, javacTypes);

        List<String> mismatches = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            String name = name(i);
            if (!javacTypes.get(name).equals(ourTypes.get(name))) {
                mismatches.add(
                        questions.get(i) + ": javac says " + javacTypes.get(name) + ", we say " + ourTypes.get(name));
            }
        }
        assertThat(mismatches)
                .as("%d of %d expressions attributed otherwise than by javac", mismatches.size(), questions.size())
                .isEmpty();
    }

    private static String name(int index) {
        return "expression" + index;
    }

    private static void compile(
            List<Question> questions, Map<String, String> ourTypes, Map<String, String> javacTypes) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> files = List.of(
                JavaFileObjects.forSourceString("oracle.Corpus", corpus(questions)),
                JavaFileObjects.forSourceString("oracle.Other", resource("Other.java.txt")),
                JavaFileObjects.forSourceString("oracle.imports.Imports", resource("Imports.java.txt")));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of("-Xlint:none"), null, files);
        task.setProcessors(List.of(new Reading(ourTypes)));
        try {
            task.analyze();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(diagnostics.getDiagnostics())
                .as("what is wrong with the corpus itself")
                .noneMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);

        Trees trees = Trees.instance(task);
        for (ExecutableElement method : methods(task.getElements().getTypeElement("oracle.Corpus"))) {
            TreePath path = trees.getPath(method);
            Tree variable =
                    ((MethodTree) path.getLeaf()).getBody().getStatements().get(0);
            TreePath place = new TreePath(new TreePath(path, ((MethodTree) path.getLeaf()).getBody()), variable);
            javacTypes.put(
                    method.getSimpleName().toString(),
                    task.getTypes().erasure(trees.getTypeMirror(place)).toString());
        }
    }

    private static String corpus(List<Question> questions) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            sections.computeIfAbsent(question.section(), name -> new StringBuilder())
                    .append("static void ")
                    .append(name(i))
                    .append("(" + PARAMETERS + ") { var value = ")
                    .append(question.expression())
                    .append("; }\n");
        }
        String source = resource("Corpus.java.txt");
        for (String section : List.of("Corpus", "Nested", "Deeper")) {
            source = source.replace("// methods of " + section, sections.getOrDefault(section, new StringBuilder()));
        }
        return source;
    }

    private static String resource(String name) {
        try (var in = AttributionOracleTest.class.getResourceAsStream("/oracle/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The methods that hold expressions, nested classes included. */
    private static List<ExecutableElement> methods(TypeElement type) {
        List<ExecutableElement> methods = new ArrayList<>();
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().toString().matches("expression\\d+"))
                .forEach(methods::add);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> methods.addAll(methods(inner)));
        return methods;
    }

    /** Reads the corpus when and as the processor reads methods: before javac attributes them. */
    private static final class Reading extends AbstractProcessor {
        private final Map<String, String> types;

        Reading(Map<String, String> types) {
            this.types = types;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!round.processingOver()) {
                MethodReader reader = new MethodReader(
                        Trees.instance(processingEnv),
                        processingEnv.getElementUtils(),
                        processingEnv.getTypeUtils(),
                        round.getRootElements());
                TypeElement corpus = processingEnv.getElementUtils().getTypeElement("oracle.Corpus");
                methods(corpus)
                        .forEach(method -> types.put(method.getSimpleName().toString(), read(reader, method)));
            }
            return false;
        }

        private static String read(MethodReader reader, ExecutableElement element) {
            Reporter reporter = new Reporter();
            return reader.read(element, RuleSet.NONE, reporter)
                    .map(Reading::typeOfTheVariable)
                    .orElseGet(() -> reporter.problems().stream()
                            .map(problem -> problem.message())
                            .collect(Collectors.joining("\n")));
        }

        private static String typeOfTheVariable(Method method) {
            Stmt.Declare declare = (Stmt.Declare) method.body().statements().get(0);
            return declare.local().type().toString();
        }
    }
}
