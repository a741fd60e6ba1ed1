package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.ExprVisitor;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Expressions as source, with the parentheses that precedence asks for and no others. */
final class ExpressionCode implements ExprVisitor<ExpressionCode.Fragment> {
    private static final int PRIMARY = 16;
    private static final int POSTFIX = 15;
    private static final int PREFIX = 14;
    private static final int RELATIONAL = 9;
    private static final int CONDITIONAL = 2;
    private static final int ASSIGNMENT = 1;

    /** The class that the code stands in: its own methods are called by their simple names. */
    private final ClassType owner;
    /** Where a long line may break before a term: anywhere but between brackets. */
    private final String termFormat;

    ExpressionCode(ClassType owner) {
        this(owner, "$L$W$L $L");
    }

    private ExpressionCode(ClassType owner, String termFormat) {
        this.owner = owner;
        this.termFormat = termFormat;
    }

    private ExpressionCode unbroken() {
        return new ExpressionCode(owner, "$L $L $L");
    }

    /** Source of an expression, and how tightly its outermost operator binds. */
    record Fragment(CodeBlock code, int precedence) {}

    CodeBlock of(Expr expression) {
        return expression.accept(this).code();
    }

    /** What follows {@code double[] a =}, where braces alone make an array. */
    CodeBlock ofInitializer(Expr expression) {
        return expression instanceof Expr.ArrayLiteral literal ? braces(literal) : of(expression);
    }

    /** Rows of numbers stand below each other. */
    private CodeBlock braces(Expr.ArrayLiteral literal) {
        boolean hasRows = literal.elements().stream().anyMatch(Expr.ArrayLiteral.class::isInstance);
        CodeBlock elements = literal.elements().stream()
                .map(this::ofInitializer)
                .collect(CodeBlock.joining(hasRows ? ",\n" : ",$W"));
        return CodeBlock.of(hasRows ? "{\n$>$>$L$<$<\n}" : "{$L}", elements);
    }

    private CodeBlock atLeast(int precedence, Expr expression) {
        Fragment fragment = expression.accept(this);
        return fragment.precedence() >= precedence ? fragment.code() : CodeBlock.of("($L)", fragment.code());
    }

    private static Fragment fragment(int precedence, String format, Object... arguments) {
        return new Fragment(CodeBlock.of(format, arguments), precedence);
    }

    private CodeBlock list(List<Expr> expressions) {
        return expressions.stream().map(this::of).collect(CodeBlock.joining(",$W"));
    }

    @Override
    public Fragment literal(Expr.Literal literal) {
        if (literal.value() instanceof String text && literal.type().equals(NumericTypes.STRING)) {
            return fragment(PRIMARY, "$S", text);
        }
        if (literal.value() instanceof Type type && !literal.equals(Expr.Literal.NULL)) {
            return fragment(PRIMARY, "$T.class", TypeNames.of(type));
        }
        String text = Literals.of(literal.value());
        return fragment(text.startsWith("-") ? PREFIX : PRIMARY, "$L", text);
    }

    @Override
    public Fragment read(Expr.Read read) {
        return fragment(PRIMARY, "$N", read.local().name());
    }

    @Override
    public Fragment staticField(Expr.StaticField field) {
        return fragment(PRIMARY, "$T.$N", TypeNames.of(field.owner()), field.name());
    }

    @Override
    public Fragment field(Expr.Field field) {
        return field.accessor() == null
                ? fragment(PRIMARY, "$L.$N", atLeast(PRIMARY, field.object()), field.name())
                : fragment(PRIMARY, "$L.$N()", atLeast(PRIMARY, field.object()), field.accessor());
    }

    @Override
    public Fragment instanceOf(Expr.InstanceOf test) {
        CodeBlock object = atLeast(RELATIONAL, test.object());
        return test.variable() == null
                ? fragment(RELATIONAL, "$L instanceof $T", object, TypeNames.of(test.tested()))
                : fragment(
                        RELATIONAL,
                        "$L instanceof $T $N",
                        object,
                        TypeNames.of(test.tested()),
                        test.variable().name());
    }

    @Override
    public Fragment unary(Expr.Unary unary) {
        CodeBlock operand = atLeast(PREFIX, unary.operand());
        String symbol = unary.op().symbol();
        // `- -x` must not become `--x`.
        boolean merges = operand.toString().startsWith(symbol);
        return fragment(PREFIX, merges ? "$L($L)" : "$L$L", symbol, operand);
    }

    @Override
    public Fragment binary(Expr.Binary binary) {
        BinaryOp op = binary.op();
        CodeBlock left = atLeast(op.precedence(), binary.left());
        CodeBlock right = atLeast(op.precedence() + 1, binary.right());
        // Lines break before terms, not before factors.
        String format = op.precedence() > BinaryOp.PLUS.precedence() ? "$L $L $L" : termFormat;
        return fragment(op.precedence(), format, left, op.symbol(), right);
    }

    @Override
    public Fragment cast(Expr.Cast cast) {
        if (Boxes.isImplicit(cast)) {
            return cast.operand().accept(this);
        }
        return fragment(PREFIX, "($T) $L", TypeNames.of(cast.type()), atLeast(PREFIX, cast.operand()));
    }

    @Override
    public Fragment conditional(Expr.Conditional conditional) {
        return fragment(
                CONDITIONAL,
                "$L$W? $L$W: $L",
                atLeast(CONDITIONAL + 1, conditional.condition()),
                of(conditional.whenTrue()),
                atLeast(CONDITIONAL, conditional.whenFalse()));
    }

    @Override
    public Fragment element(Expr.Element element) {
        return fragment(
                PRIMARY, "$L[$L]", arrayOperand(element.array()), unbroken().of(element.index()));
    }

    /** {@code new double[n][i]} would be a matrix. */
    private CodeBlock arrayOperand(Expr array) {
        boolean isNew = array instanceof Expr.NewArray || array instanceof Expr.ArrayLiteral;
        return isNew ? CodeBlock.of("($L)", of(array)) : atLeast(PRIMARY, array);
    }

    @Override
    public Fragment length(Expr.Length length) {
        return fragment(PRIMARY, "$L.length", arrayOperand(length.array()));
    }

    @Override
    public Fragment newArray(Expr.NewArray newArray) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("new $T", TypeNames.of(newArray.type().elementType()));
        newArray.lengths().forEach(length -> code.add("[$L]", of(length)));
        code.add("[]".repeat(newArray.type().rank() - newArray.lengths().size()));
        return new Fragment(code.build(), PRIMARY);
    }

    @Override
    public Fragment arrayLiteral(Expr.ArrayLiteral literal) {
        return fragment(PRIMARY, "new $T $L", TypeNames.of((Type) literal.type()), braces(literal));
    }

    @Override
    public Fragment call(Expr.Call call) {
        List<Expr> arguments = spread(call);
        ClassType target = call.callee().owner();
        if (call.callee().invocation() == Callee.Invocation.VIRTUAL) {
            return fragment(
                    PRIMARY,
                    "$L.$N($L)",
                    receiver(arguments.get(0)),
                    call.callee().name(),
                    list(arguments.subList(1, arguments.size())));
        }
        return target.equals(owner)
                ? fragment(PRIMARY, "$N($L)", call.callee().name(), list(arguments))
                : fragment(
                        PRIMARY,
                        "$T.$N($L)",
                        TypeNames.of(target),
                        call.callee().name(),
                        list(arguments));
    }

    /** The arguments as the source has them: gathered ones, where the method itself takes any number. */
    private static List<Expr> spread(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        int last = arguments.size() - 1;
        boolean isSpread = call.callee().kind() != Callee.Kind.TANGENT
                && last >= 0
                && arguments.get(last) instanceof Expr.ArrayLiteral literal
                && literal.isGathered();
        return isSpread
                ? Stream.concat(arguments.subList(0, last).stream(), arguments.get(last).children().stream())
                        .toList()
                : arguments;
    }

    @Override
    public Fragment assign(Expr.Assign assign) {
        return fragment(ASSIGNMENT, "$L = $L", of(assign.target()), of(assign.value()));
    }

    /** A narrowing that the source hides is spelled out, because newer compilers warn of hidden ones. */
    @Override
    public Fragment compoundAssign(Expr.CompoundAssign assign) {
        Expr target = assign.target();
        boolean isLossy = target.type() instanceof Primitive to
                && assign.value().type() instanceof Primitive from
                && !NumericTypes.widens(from, to)
                && !target.callsOrAssigns();
        if (isLossy) {
            Type wide = NumericTypes.binary(
                            assign.op(), target.type(), assign.value().type())
                    .orElseThrow();
            Expr result = new Expr.Binary(assign.op(), target, assign.value(), wide);
            Expr narrowed = wide.equals(target.type()) ? result : new Expr.Cast(target.type(), result, assign.span());
            return assign(new Expr.Assign(target, narrowed, assign.span()));
        }
        return fragment(
                ASSIGNMENT, "$L $L= $L", of(assign.target()), assign.op().symbol(), of(assign.value()));
    }

    @Override
    public Fragment step(Expr.Step step) {
        String symbol = step.increment() ? "++" : "--";
        return step.prefix()
                ? fragment(PREFIX, "$L$L", symbol, of(step.target()))
                : fragment(POSTFIX, "$L$L", of(step.target()), symbol);
    }

    @Override
    public Fragment newObject(Expr.NewObject newObject) {
        String format = newObject.isDiamond() ? "new $T<>($L)" : "new $T($L)";
        return fragment(PRIMARY, format, TypeNames.of((Type) newObject.type()), list(newObject.arguments()));
    }

    @Override
    public Fragment lambda(Expr.Lambda lambda) {
        CodeBlock parameters = lambda.parameters().stream()
                .map(parameter -> CodeBlock.of("$N", parameter.name()))
                .collect(CodeBlock.joining(", "));
        String format = lambda.parameters().size() == 1 ? "$L -> $L" : "($L) -> $L";
        return lambda.isTyped()
                ? fragment(CONDITIONAL, "($T) " + format, TypeNames.of(lambda.type()), parameters, of(lambda.call()))
                : fragment(CONDITIONAL, format, parameters, of(lambda.call()));
    }

    /** What stands before a dot; a lambda needs a type there. */
    private CodeBlock receiver(Expr object) {
        return object.subtree().stream().anyMatch(Expr.Lambda.class::isInstance) && !(object instanceof Expr.Call)
                ? CodeBlock.of("(($T) $L)", TypeNames.of(object.type()), atLeast(PREFIX, object))
                : arrayOperand(object);
    }

    @Override
    public Fragment newDual(Expr.NewDual dual) {
        Type part = dual.part();
        TypeName type = part instanceof Primitive ? TypeNames.of(new DualType(part)) : TypeNames.DUAL_OF;
        String format = part instanceof Primitive ? "new $T($L,$W$L)" : "new $T<>($L,$W$L)";
        return fragment(PRIMARY, format, type, of(dual.value()), of(dual.tangent()));
    }

    @Override
    public Fragment dualPart(Expr.DualPart part) {
        return fragment(
                PRIMARY,
                "$L.$L()",
                atLeast(PRIMARY, part.dual()),
                part.half().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Fragment switchExpr(SwitchExpr expression) {
        return new Fragment(new SwitchCode(this, new JavaCode(this)).of(expression.body()), PREFIX);
    }
}
