package io.github.pushforward.programs.print;

import io.github.pushforward.programs.tree.ClassDefinition;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Type;
import java.util.List;
import java.util.stream.Collectors;

/** A program as a Java file. */
public final class JavaPrinter {

    /** The package that all programs are in. */
    public static final String PACKAGE = "random";

    private final SourceText text = new SourceText();
    private final Program program;
    private final StatementPrinter statements;

    private JavaPrinter(Program program) {
        this.program = program;
        this.statements = new StatementPrinter(text, new ExpressionPrinter(program.name()));
    }

    /** The source of a program, a class of package {@link #PACKAGE}. */
    public static String print(Program program) {
        JavaPrinter printer = new JavaPrinter(program);
        printer.file();
        return printer.text.toString();
    }

    private void file() {
        text.line("package " + PACKAGE + ";");
        text.line("");
        text.line("import io.github.pushforward.Constant;");
        text.line("import io.github.pushforward.Differentiable;");
        text.line("import java.util.Arrays;");
        text.line("import java.util.function.*;");
        text.line("");
        // What javac warns of in the programs themselves is wanted: they are to be unusual.
        text.line("@SuppressWarnings({\"fallthrough\", \"finally\", \"divzero\", \"cast\", \"lossy-conversions\"})");
        text.open("final class " + program.name() + " {");
        fields(program.constants(), true);
        String annotation =
                program.order() == 1 ? "@Differentiable" : "@Differentiable(order = " + program.order() + ")";
        text.line(annotation);
        method(program.entry(), "");
        program.helpers().forEach(helper -> method(unmarked(helper), "private "));
        program.classes().forEach(this::definition);
        program.interfaces().forEach(this::functional);
        text.open("static final class Failure extends RuntimeException {");
        text.line("private static final long serialVersionUID = 1;");
        text.open("Failure(String message) {");
        text.line("super(message);");
        text.close("}");
        text.close("}");
        text.close("}");
    }

    /** Which arrays a helper only reads is for the generator to know. */
    private static Method unmarked(Method helper) {
        List<Method.Parameter> parameters = helper.parameters().stream()
                .map(parameter -> new Method.Parameter(parameter.type(), parameter.name(), false))
                .toList();
        return new Method(
                helper.name(), helper.result(), parameters, helper.body(), helper.isStatic(), helper.isVariable());
    }

    private void functional(Type.Function type) {
        String parameters = "";
        for (int i = 0; i < type.parameters().size(); i++) {
            parameters += (i == 0 ? "" : ", ") + type.parameters().get(i).source() + " p" + i;
        }
        text.line("interface " + type.name() + " { " + type.result().source() + " " + type.method() + "(" + parameters
                + "); }");
    }

    private void definition(ClassDefinition definition) {
        text.line("@Differentiable");
        if (definition.isRecord()) {
            text.open("record " + definition.name() + "(" + parameters(definition.fields(), false) + ") {");
        } else {
            text.open("static final class " + definition.name() + " {");
            fields(definition.fields(), false);
            constructor(definition.name(), definition.fields());
        }
        definition.methods().forEach(method -> method(method, ""));
        text.close("}");
    }

    private void fields(List<Method.Parameter> fields, boolean isFinal) {
        for (Method.Parameter field : fields) {
            text.line((field.isConstant() && !isFinal ? "@Constant " : "") + (isFinal ? "final " : "")
                    + field.type().source() + " " + field.name() + ";");
        }
        if (isFinal && !fields.isEmpty()) {
            constructor(program.name(), fields);
        }
    }

    private void constructor(String name, List<Method.Parameter> fields) {
        List<Method.Parameter> parameters = fields.stream()
                .map(field -> new Method.Parameter(field.type(), field.name(), false))
                .toList();
        text.open(name + "(" + parameters(parameters, false) + ") {");
        fields.forEach(field -> text.line("this." + field.name() + " = " + field.name() + ";"));
        text.close("}");
    }

    private void method(Method method, String access) {
        text.open(
                access + (method.isStatic() ? "static " : "") + method.result().source() + " " + method.name() + "("
                        + parameters(method.parameters(), method.isVariable()) + ") {");
        method.body().statements().forEach(statements::print);
        text.close("}");
    }

    private static String parameters(List<Method.Parameter> parameters, boolean isVariable) {
        String all = parameters.stream()
                .map(parameter -> (parameter.isConstant() ? "@Constant " : "")
                        + parameter.type().source() + " " + parameter.name())
                .collect(Collectors.joining(", "));
        return isVariable ? all.replaceFirst("\\[] (\\w+)$", "... $1") : all;
    }
}
