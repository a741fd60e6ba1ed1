package io.github.pushforward.programs.print;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions as Java source; operands that are not names, calls or literals stand in parentheses. */
final class ExpressionPrinter implements Expr.Visitor<String> {
    private final String className;

    ExpressionPrinter(String className) {
        this.className = className;
    }

    String print(Expr expr) {
        return expr.accept(this);
    }

    private String operand(Expr expr) {
        boolean isAtom = expr instanceof Expr.Name
                || expr instanceof Expr.Element
                || expr instanceof Expr.Member
                || expr instanceof Expr.Call
                || expr instanceof Expr.Apply
                || expr instanceof Expr.MathCall
                || expr instanceof Expr.Length
                || expr instanceof Expr.ArrayCall
                || expr instanceof Expr.Stream
                || (expr instanceof Expr.Literal literal && !print(literal).startsWith("-"));
        return isAtom ? print(expr) : "(" + print(expr) + ")";
    }

    private String list(List<? extends Expr> exprs) {
        return exprs.stream().map(this::print).collect(Collectors.joining(", "));
    }

    @Override
    public String literal(Expr.Literal literal) {
        Object value = literal.value();
        if (value instanceof Long) {
            return value + "L";
        }
        if (value instanceof Float) {
            return value + "f";
        }
        if (value instanceof Character letter) {
            return "(char) " + (int) letter;
        }
        return String.valueOf(value);
    }

    @Override
    public String name(Expr.Name name) {
        return name.name();
    }

    @Override
    public String element(Expr.Element element) {
        return operand(element.array()) + "[" + print(element.index()) + "]";
    }

    @Override
    public String member(Expr.Member member) {
        return operand(member.object()) + "." + member.name() + (member.byAccessor() ? "()" : "");
    }

    @Override
    public String unary(Expr.Unary unary) {
        return unary.sign() + operand(unary.operand());
    }

    @Override
    public String binary(Expr.Binary binary) {
        return operand(binary.left()) + " " + binary.operator().sign() + " " + operand(binary.right());
    }

    @Override
    public String cast(Expr.Cast cast) {
        return "(" + cast.type().source() + ") " + operand(cast.operand());
    }

    @Override
    public String conditional(Expr.Conditional conditional) {
        return operand(conditional.condition()) + " ? " + operand(conditional.whenTrue()) + " : "
                + operand(conditional.whenFalse());
    }

    @Override
    public String assign(Expr.Assign assign) {
        return print(assign.target()) + " = " + print(assign.value());
    }

    @Override
    public String compound(Expr.Compound compound) {
        return print(compound.target()) + " " + compound.operator().sign() + "= " + print(compound.value());
    }

    @Override
    public String step(Expr.Step step) {
        String sign = step.isUp() ? "++" : "--";
        return step.isPrefix() ? sign + print(step.target()) : print(step.target()) + sign;
    }

    @Override
    public String call(Expr.Call call) {
        String receiver = call.object() == null ? "" : operand(call.object()) + ".";
        return receiver + call.method() + "(" + list(call.arguments()) + ")";
    }

    @Override
    public String apply(Expr.Apply apply) {
        Type.Function type = (Type.Function) apply.function().type();
        return operand(apply.function()) + "." + type.method() + "(" + list(apply.arguments()) + ")";
    }

    @Override
    public String mathCall(Expr.MathCall call) {
        String owner = call.isStrict() ? "StrictMath" : "Math";
        return owner + "." + call.function().name() + "(" + list(call.arguments()) + ")";
    }

    @Override
    public String newArray(Expr.NewArray array) {
        Type leaf = array.type();
        int dimensions = 0;
        while (leaf instanceof Type.Array inner) {
            leaf = inner.element();
            dimensions++;
        }
        String lengths = array.lengths().stream()
                .map(length -> "[" + print(length) + "]")
                .collect(Collectors.joining());
        return "new " + leaf.source() + lengths
                + "[]".repeat(dimensions - array.lengths().size());
    }

    @Override
    public String arrayLiteral(Expr.ArrayLiteral array) {
        return "new " + array.type().source() + " {" + list(array.elements()) + "}";
    }

    @Override
    public String length(Expr.Length length) {
        return operand(length.array()) + ".length";
    }

    @Override
    public String arrayCall(Expr.ArrayCall call) {
        String arguments = "(" + list(call.arguments()) + ")";
        return switch (call.function()) {
            case CLONE -> operand(call.arguments().get(0)) + ".clone()";
            case COPY_OF -> "Arrays.copyOf" + arguments;
            case COPY_OF_RANGE -> "Arrays.copyOfRange" + arguments;
            case FILL -> "Arrays.fill" + arguments;
            case ARRAYCOPY -> "System.arraycopy" + arguments;
            case SORT -> "Arrays.sort" + arguments;
        };
    }

    @Override
    public String newObject(Expr.New object) {
        return "new " + object.type().name() + "(" + list(object.arguments()) + ")";
    }

    @Override
    public String choice(Expr.Choice choice) {
        SourceText text = new SourceText();
        new StatementPrinter(text, this)
                .cases("switch (" + print(choice.selector()) + ")", choice.cases(), choice.isArrow(), true);
        return text.toString().strip();
    }

    @Override
    public String lambda(Expr.Lambda lambda) {
        String parameters = "(" + String.join(", ", lambda.parameters()) + ") -> ";
        List<Stmt> body = lambda.body();
        if (body.size() == 1 && body.get(0) instanceof Stmt.Return result && result.value() != null) {
            return parameters + print(result.value());
        }
        SourceText text = new SourceText();
        text.open(parameters + "{");
        body.forEach(new StatementPrinter(text, this)::print);
        text.close("}");
        return text.toString().strip();
    }

    @Override
    public String reference(Expr.Reference reference) {
        return reference.function() != null
                ? "Math::" + reference.function().name()
                : className + "::" + reference.method();
    }

    @Override
    public String stream(Expr.Stream stream) {
        String stages = stream.stages().stream()
                .map(stage -> "." + stage.operation() + "(" + print(stage.function()) + ")")
                .collect(Collectors.joining());
        String end = switch (stream.end()) {
            case SUM -> ".sum()";
            case MAX, MIN ->
                "." + stream.end().name().toLowerCase(Locale.ROOT) + "().orElse(" + list(stream.arguments()) + ")";
            case REDUCE -> ".reduce(" + list(stream.arguments()) + ")";
            case TO_ARRAY -> ".toArray()";
        };
        return "Arrays.stream(" + print(stream.array()) + ")" + stages + end;
    }
}
