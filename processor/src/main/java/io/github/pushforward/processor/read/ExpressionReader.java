package io.github.pushforward.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Construction;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.NullType;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import io.github.pushforward.processor.resolve.Overloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expression trees to IR. What is outside the language of differentiable methods is refused by name. */
final class ExpressionReader extends SimpleTreeVisitor<Expr, @Nullable Void> {
    private static final ClassType OBJECT = ClassType.of("java.lang", "Object");

    private final BodyContext context;
    private final Closures closures;
    private final MemberReader members;
    private final @Nullable Switches switches;

    /** Reads the {@code switch} expressions, which have statements in them. */
    interface Switches {
        Expr read(SwitchExpressionTree tree, @Nullable Type target);
    }

    /** Where there are no statements: in the initializer of a field. */
    ExpressionReader(BodyContext context) {
        this(context, null);
    }

    ExpressionReader(BodyContext context, @Nullable Switches switches) {
        this.context = context;
        this.closures = new Closures(context);
        this.members = new MemberReader(context, this, closures);
        this.switches = switches;
    }

    Closures closures() {
        return closures;
    }

    ClosureCalls closureCalls() {
        return members.closureCalls();
    }

    /** What a method reference does with its arguments. */
    Expr reference(MemberReferenceTree tree, List<Local> parameters) {
        return members.reference(tree, parameters);
    }

    /** An expression whose value is used. */
    Expr read(Tree tree) {
        Expr expression = readStatement(tree);
        if (expression.type() == Primitive.VOID) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    Quotes.of(tree) + " has no value",
                    "call it in a statement of its own",
                    tree);
        }
        return expression;
    }

    /** With the problems of another expression, if it has any. */
    private Refusal with(Refusal refusal, Tree other) {
        try {
            read(other);
            return refusal;
        } catch (Refusal second) {
            return Refusal.ofAll(List.of(refusal, second));
        }
    }

    /** Several expressions that have no effect on each other's names: each is read, even where others are refused. */
    List<Expr> readEach(List<? extends Tree> trees) {
        List<Expr> read = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Tree tree : trees) {
            try {
                read.add(read(tree));
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            throw Refusal.ofAll(refusals);
        }
        return read;
    }

    /** An expression that may have no value. */
    Expr readStatement(Tree tree) {
        return visit(tree, null);
    }

    /** An initializer, whose {@code {...}} form takes its type from the variable. */
    Expr readInitializer(Tree tree, Type declared) {
        if (tree instanceof NewArrayTree array && array.getType() == null && declared instanceof ArrayType type) {
            return arrayLiteral(array, type);
        }
        return readAs(tree, declared);
    }

    /**
     * An expression whose value is assigned.
     *
     * @param target the type of what it is assigned to, which a {@code switch} gives to all its results; nothing where that
     *     is not known
     */
    Expr readAs(Tree tree, @Nullable Type target) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return readAs(parenthesized.getExpression(), target);
        }
        if (target instanceof FunctionType && closures.isFunction(tree)) {
            return function(tree, target, "function");
        }
        Expr value;
        if (tree instanceof SwitchExpressionTree choice && switches != null) {
            value = switches.read(choice, target);
        } else if (tree instanceof ConditionalExpressionTree choice
                && (target instanceof FunctionType || target instanceof ClassType type && !Boxes.isBox(type))) {
            value = conditional(choice, target);
        } else {
            value = read(tree);
        }
        return target == null ? value : Boxes.converted(value, target);
    }

    /**
     * A function of known code as a value.
     *
     * @param name what to call it where it has no name of its own
     */
    Expr function(Tree tree, Type target, String name) {
        return members.function(closures.of(tree, target, name), tree).orElseGet(() -> read(tree));
    }

    @Override
    protected Expr defaultAction(Tree tree, @Nullable Void unused) {
        throw context.refuse(
                Code.UnsupportedExpression,
                Constructs.describe(tree) + " is not supported in a @Differentiable method",
                Constructs.advice(tree),
                tree);
    }

    @Override
    public Expr visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
        return read(tree.getExpression());
    }

    @Override
    public Expr visitLiteral(LiteralTree tree, @Nullable Void unused) {
        if (tree.getKind() == Tree.Kind.NULL_LITERAL) {
            return Expr.Literal.NULL;
        }
        Type type = switch (tree.getKind()) {
            case INT_LITERAL -> Primitive.INT;
            case LONG_LITERAL -> Primitive.LONG;
            case FLOAT_LITERAL -> Primitive.FLOAT;
            case DOUBLE_LITERAL -> Primitive.DOUBLE;
            case BOOLEAN_LITERAL -> Primitive.BOOLEAN;
            case CHAR_LITERAL -> Primitive.CHAR;
            case STRING_LITERAL -> NumericTypes.STRING;
            default -> null;
        };
        return type == null ? defaultAction(tree, unused) : new Expr.Literal(type, tree.getValue());
    }

    @Override
    public Expr visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        String name = tree.getName().toString();
        if (closures.isFunction(tree)) {
            throw lostFunctions().asObject(tree);
        }
        if (name.equals("this") && context.self() != null) {
            return context.self().read();
        }
        if (name.equals("this") && context.situation().fields() != null) {
            throw context.wholeObject(tree);
        }
        if (context.scope().isRefused(name)) {
            throw Refusal.ofConsequence(name);
        }
        Optional<Local> local = context.scope().find(name);
        return local.isPresent() ? local.get().read() : members.simpleField(tree);
    }

    @Override
    public Expr visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        return members.select(tree);
    }

    @Override
    public Expr visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        return new Pipelines(context, this).read(tree).orElseGet(() -> members.call(tree));
    }

    @Override
    public Expr visitUnary(UnaryTree tree, @Nullable Void unused) {
        Expr operand = read(tree.getExpression());
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT -> step(operand, true, true, tree);
            case PREFIX_DECREMENT -> step(operand, false, true, tree);
            case POSTFIX_INCREMENT -> step(operand, true, false, tree);
            case POSTFIX_DECREMENT -> step(operand, false, false, tree);
            case UNARY_PLUS -> unary(UnaryOp.PLUS, operand, tree);
            case UNARY_MINUS -> unary(UnaryOp.MINUS, operand, tree);
            case LOGICAL_COMPLEMENT -> unary(UnaryOp.NOT, operand, tree);
            case BITWISE_COMPLEMENT -> unary(UnaryOp.COMPLEMENT, operand, tree);
            default -> defaultAction(tree, unused);
        };
    }

    private Expr step(Expr target, boolean increment, boolean prefix, Tree tree) {
        requireVariable(target, tree);
        if (NumericTypes.unary(UnaryOp.PLUS, target.type()).isEmpty()) {
            throw badOperands((increment ? "++" : "--") + " to " + target.type(), tree);
        }
        return new Expr.Step(target, increment, prefix, context.span(tree));
    }

    private Expr unary(UnaryOp op, Expr operand, Tree tree) {
        Type type = NumericTypes.unary(op, operand.type())
                .orElseThrow(() -> badOperands(op.symbol() + " to " + operand.type(), tree));
        return new Expr.Unary(op, Boxes.unboxed(operand), type);
    }

    @Override
    public Expr visitBinary(BinaryTree tree, @Nullable Void unused) {
        BinaryOp op = Operators.binary(tree.getKind());
        Expr left;
        try {
            left = read(tree.getLeftOperand());
        } catch (Refusal refusal) {
            // The right one of && may use variables of patterns in the left one.
            throw op.isLazy() ? refusal : with(refusal, tree.getRightOperand());
        }
        Expr right = read(tree.getRightOperand());
        Type type = NumericTypes.binary(op, left.type(), right.type())
                .orElseThrow(() -> badOperands(op.symbol() + " between " + left.type() + " and " + right.type(), tree));
        return NumericTypes.isOverPrimitives(op, left.type(), right.type())
                ? new Expr.Binary(op, Boxes.unboxed(left), Boxes.unboxed(right), type, context.span(tree))
                : new Expr.Binary(op, left, right, type, context.span(tree));
    }

    @Override
    public Expr visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        return conditional(tree, null);
    }

    /** @param target the class of what it is assigned to, if that is known */
    private Expr conditional(ConditionalExpressionTree tree, @Nullable Type target) {
        Expr condition = read(tree.getCondition());
        Expr whenTrue = readAs(tree.getTrueExpression(), target);
        Expr whenFalse = readAs(tree.getFalseExpression(), target);
        Type type = NumericTypes.conditional(whenTrue, whenFalse)
                .or(() -> context.members().widest(List.of(whenTrue.type(), whenFalse.type())))
                .or(() -> Optional.ofNullable(target))
                .orElseThrow(() -> badOperands("? : between " + whenTrue.type() + " and " + whenFalse.type(), tree));
        return new Expr.Conditional(
                Boxes.unboxed(condition), Boxes.converted(whenTrue, type), Boxes.converted(whenFalse, type), type);
    }

    /** The variable of a pattern stays in sight to the end of the block: the compiler sees to where it has a value. */
    @Override
    public Expr visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
        Expr object = read(tree.getExpression());
        if (tree.getPattern() == null) {
            return new Expr.InstanceOf(object, context.type(tree.getType()), null);
        }
        if (!(tree.getPattern() instanceof BindingPatternTree pattern)) {
            return defaultAction(tree, unused);
        }
        VariableTree variable = pattern.getVariable();
        Type type = context.type(variable.getType());
        if (type.carriesDerivative() && !(type instanceof ClassType named && named.isActive())) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a pattern of type " + type + " is not supported in a @Differentiable method",
                    "keep the value in a variable of type " + variable(type),
                    tree);
        }
        Local local = context.locals().declared(variable.getName().toString(), type);
        context.scope().declare(variable.getName().toString(), local);
        return new Expr.InstanceOf(object, type, local, context.span(tree));
    }

    @Override
    public Expr visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        return switches == null ? defaultAction(tree, unused) : switches.read(tree, null);
    }

    @Override
    public Expr visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
        Type type = context.type(tree.getType());
        Expr operand = read(tree.getExpression());
        if (type.equals(operand.type())) {
            // The generated code is compiled with every lint on: a cast to the same type is a warning there.
            return operand;
        }
        if (!isConversion(operand.type(), type) && !isReferenceCast(operand.type(), type)) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a cast from " + operand.type() + " to " + type + " is not supported in a @Differentiable method",
                    "keep the value in a variable of type " + variable(type),
                    tree);
        }
        boolean isUnboxing = type.equals(Boxes.unboxed(operand.type()));
        return new Expr.Cast(type, isUnboxing ? operand : Boxes.converted(operand, type), context.span(tree));
    }

    private static Type variable(Type type) {
        return type instanceof FunctionType ? type : type.tangentType();
    }

    /** Whether a cast converts numbers, into boxes and out of them, or looks away from what a value is. */
    private static boolean isConversion(Type from, Type to) {
        return to.equals(OBJECT)
                || (Boxes.unboxed(from) instanceof Primitive && Boxes.unboxed(to) instanceof Primitive);
    }

    private static boolean isNumeric(Type type) {
        return Boxes.isBox(type) || type.elementType() instanceof Primitive primitive && primitive.isFloating();
    }

    private boolean isReferenceCast(Type from, Type to) {
        if (from == NullType.NULL) {
            return !(to instanceof Primitive);
        }
        if (to instanceof FunctionType) {
            return false; // it may be one that lost its tangents on the way
        }
        return !(from instanceof Primitive)
                && !(to instanceof Primitive)
                && !isNumeric(from)
                && !isNumeric(to)
                && context.members().isCastable(from, to);
    }

    @Override
    public Expr visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        List<Expr> parts = readEach(List.of(tree.getExpression(), tree.getIndex()));
        Expr array = parts.get(0);
        Expr index = parts.get(1);
        if (!array.type().isArray()) {
            throw badOperands("an index into " + array.type(), tree);
        }
        return new Expr.Element(array, count(index, "an index", tree.getIndex()));
    }

    @Override
    public Expr visitNewArray(NewArrayTree tree, @Nullable Void unused) {
        if (tree.getType() == null) {
            return defaultAction(tree, unused);
        }
        Type component = context.type(tree.getType());
        context.requireCarrier(component, tree);
        if (tree.getInitializers() != null) {
            return arrayLiteral(tree, new ArrayType(component));
        }
        // `new double[n][]` arrives as one length over the component type double[].
        Type type = component;
        List<Expr> lengths = new ArrayList<>();
        for (ExpressionTree length : tree.getDimensions()) {
            lengths.add(count(read(length), "a length", length));
            type = new ArrayType(type);
        }
        return new Expr.NewArray((ArrayType) type, lengths);
    }

    /** An index or a length is an {@code int}, or of a type that becomes one (JLS 15.10). */
    private Expr count(Expr value, String what, Tree tree) {
        Expr count = Boxes.unboxed(value);
        boolean isInt = count.type() instanceof Primitive primitive
                && primitive.isNumeric()
                && primitive.compareTo(Primitive.INT) <= 0;
        if (!isInt) {
            throw badOperands(what + " of type " + count.type(), tree);
        }
        return count;
    }

    /** An object for its own sake: an exception, say. It carries no derivative. */
    @Override
    public Expr visitNewClass(NewClassTree tree, @Nullable Void unused) {
        boolean isDiamond = tree.getIdentifier() instanceof ParameterizedTypeTree generic
                && generic.getTypeArguments().isEmpty();
        boolean isPlain = tree.getClassBody() == null && context.type(tree.getIdentifier()) instanceof ClassType;
        if (!isPlain) {
            return defaultAction(tree, unused);
        }
        if (Boxes.isBox(context.type(tree.getIdentifier()))) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "new " + tree.getIdentifier() + "(...) is not supported in a @Differentiable method",
                    "write " + tree.getIdentifier() + ".valueOf(...)",
                    tree);
        }
        for (ExpressionTree argument : tree.getArguments()) {
            if (closures.isFunction(argument)) {
                throw context.members()
                        .classOf(context.type(tree.getIdentifier()))
                        .map(type -> lostFunctions().inNewObject(type, argument))
                        .orElseThrow();
            }
        }
        List<Expr> arguments = readEach(tree.getArguments());
        return made((ClassType) context.type(tree.getIdentifier()), isDiamond, arguments, tree);
    }

    /** A new object. */
    Expr made(ClassType type, boolean isDiamond, List<Expr> arguments, Tree tree) {
        Optional<Overloads.Choice> constructor = context.requireConstructor(
                type, arguments.stream().map(Expr::type).toList(), tree);
        return type.isActive() && constructor.isPresent()
                ? new ConstructorReader(context).made(type, isDiamond, constructor.get(), arguments, tree)
                : new Expr.NewObject(type, isDiamond, arguments, Construction.CONSTANT, context.span(tree));
    }

    private Expr arrayLiteral(NewArrayTree tree, ArrayType type) {
        List<Expr> elements = new ArrayList<>();
        for (ExpressionTree element : tree.getInitializers()) {
            if (closures.isFunction(element)) {
                throw lostFunctions().inArray(element);
            }
            Expr value = readInitializer(element, type.component());
            refuseFunction(value, element);
            elements.add(value);
        }
        return new Expr.ArrayLiteral(type, elements);
    }

    @Override
    public Expr visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        Expr target = read(tree.getVariable());
        requireVariable(target, tree);
        ExpressionTree source = tree.getExpression();
        return new Expr.Assign(target, assigned(target, source), context.span(tree));
    }

    private Expr assigned(Expr target, ExpressionTree source) {
        boolean isFunction = closures.isFunction(source);
        if (isFunction && target instanceof Expr.Element) {
            throw lostFunctions().inArray(source);
        }
        if (isFunction && (target instanceof Expr.Field || target instanceof Expr.StaticField)) {
            throw lostFunctions().inField(source);
        }
        if (isFunction && target instanceof Expr.Read read && target.type() instanceof FunctionType) {
            return function(source, target.type(), read.local().name());
        }
        Expr value = readAs(source, target.type());
        if (target instanceof Expr.Element) {
            refuseFunction(value, source);
        }
        return value;
    }

    private LostFunctions lostFunctions() {
        return new LostFunctions(context);
    }

    /** An array of functions has no shadow: what they capture would lose its derivative. */
    private void refuseFunction(Expr value, Tree tree) {
        boolean mayBeActive = value.type() instanceof FunctionType
                && !(value instanceof Expr.Field)
                && !(value instanceof Expr.StaticField);
        if (mayBeActive) {
            throw lostFunctions().inArray(tree);
        }
    }

    @Override
    public Expr visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        Expr target = read(tree.getVariable());
        requireVariable(target, tree);
        Expr value = read(tree.getExpression());
        BinaryOp op = Operators.compound(tree.getKind());
        boolean isText = target.type().equals(NumericTypes.STRING);
        boolean isNumber = Boxes.unboxed(target.type()) instanceof Primitive;
        if (NumericTypes.binary(op, target.type(), value.type()).isEmpty() || !(isNumber || isText)) {
            throw badOperands(op.symbol() + "= between " + target.type() + " and " + value.type(), tree);
        }
        return new Expr.CompoundAssign(target, op, isText ? value : Boxes.unboxed(value), context.span(tree));
    }

    private void requireVariable(Expr target, Tree tree) {
        boolean needsCopy =
                target instanceof Expr.StaticField constant && constant.isPrivate() || target instanceof Expr.Literal;
        if (target instanceof Expr.Field field && field.accessor() != null) {
            throw context.refuse(
                    Code.NotAccessible,
                    "the private field " + field.name() + " of " + field.owner()
                            + " is assigned to, which a generated sibling cannot do",
                    field.isActive()
                            ? "make it package-private, or return a new object instead of changing this one"
                            : "make it package-private, or write a method of its class that assigns to it",
                    tree);
        }
        if (needsCopy) {
            throw context.refuse(
                    Code.NotAccessible,
                    "a private static field is assigned to, which a generated sibling cannot do",
                    "make it package-private, or write a method of this class that assigns to it",
                    tree);
        }
        boolean isVariable = target instanceof Expr.Read
                || target instanceof Expr.Element
                || target instanceof Expr.Field
                || target instanceof Expr.StaticField;
        if (!isVariable) {
            throw badOperands("an assignment to " + Quotes.of(tree), tree);
        }
    }

    private Refusal badOperands(String what, Tree tree) {
        return context.refuse(
                Code.UnsupportedExpression,
                what + " is not supported in a @Differentiable method",
                "use operands that the compiler takes as well",
                tree);
    }
}
