package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Its {@linkplain #children() children} are its operands in evaluation order (JLS 15.7), and {@link
 * #withChildren} builds the same expression over others, so that a pass writes down only the cases it cares about.
 */
public sealed interface Expr
        permits Expr.Field,
                Expr.InstanceOf,
                Expr.Unary,
                Expr.Binary,
                Expr.Cast,
                Expr.Conditional,
                Expr.Element,
                Expr.Length,
                Expr.NewArray,
                Expr.ArrayLiteral,
                Expr.Call,
                Expr.Assign,
                Expr.CompoundAssign,
                Expr.Step,
                Expr.NewObject,
                Expr.Lambda,
                Expr.NewDual,
                Expr.DualPart,
                Expr.Leaf,
                SwitchExpr {

    /** Where the source has it; {@link Span#NONE} for what does not say. */
    default Span span() {
        return Span.NONE;
    }

    Type type();

    List<Expr> children();

    Expr withChildren(List<Expr> children);

    <R> R accept(ExprVisitor<R> visitor);

    /** The statements within this expression, at any depth. */
    default List<Stmt> statements() {
        return children().stream().flatMap(child -> child.statements().stream()).toList();
    }

    /** A literal: a boxed primitive, a {@code String}, the {@link NullType}, or the {@link ClassType} of a class literal. */
    record Literal(Type type, Object value) implements Leaf {
        public static final Literal NULL = new Literal(NullType.NULL, NullType.NULL);

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** The value of a local variable. */
    record Read(Local local) implements Leaf {
        @Override
        public Type type() {
            return local.type();
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /**
     * The value of a static field.
     *
     * @param constant its value, for a compile-time constant
     * @param isPrivate whether a sibling class needs a copy of it
     */
    record StaticField(
            ClassType owner,
            String name,
            Type type,
            @Nullable Object constant,
            boolean isPrivate) implements Leaf {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.staticField(this);
        }
    }

    /**
     * The value of a field of an object.
     *
     * @param owner the class that declares it
     * @param accessor the method to read it by, where a sibling class cannot read the field itself
     * @param shadow whether the tangent of the object has its tangent
     */
    record Field(
            Expr object,
            ClassType owner,
            String name,
            Type type,
            @Nullable String accessor,
            Shadow shadow,
            Span span) implements Expr {
        /** Whether it is a part of what the object holds that may be active. */
        public boolean isActive() {
            return shadow != Shadow.NONE;
        }

        @Override
        public List<Expr> children() {
            return List.of(object);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Field(children.get(0), owner, name, type, accessor, shadow, span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.field(this);
        }
    }

    /**
     * {@code object instanceof Type variable}.
     *
     * @param variable what the object is called where the test succeeds, if it gets a name
     */
    record InstanceOf(Expr object, Type tested, @Nullable Local variable, Span span) implements Expr {
        /** A test that no source says. */
        public InstanceOf(Expr object, Type tested, @Nullable Local variable) {
            this(object, tested, variable, Span.NONE);
        }

        @Override
        public Type type() {
            return Primitive.BOOLEAN;
        }

        @Override
        public List<Expr> children() {
            return List.of(object);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new InstanceOf(children.get(0), tested, variable, span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.instanceOf(this);
        }
    }

    record Unary(UnaryOp op, Expr operand, Type type) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Unary(op, children.get(0), type);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    record Binary(BinaryOp op, Expr left, Expr right, Type type, Span span) implements Expr {
        /** An operation that no source says. */
        public Binary(BinaryOp op, Expr left, Expr right, Type type) {
            this(op, left, right, type, Span.NONE);
        }

        @Override
        public List<Expr> children() {
            return List.of(left, right);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Binary(op, children.get(0), children.get(1), type, span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** A conversion that the source spells out, or that a pass makes explicit. */
    record Cast(Type type, Expr operand, Span span) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Cast(type, children.get(0), span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, Type type) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(condition, whenTrue, whenFalse);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Conditional(children.get(0), children.get(1), children.get(2), type);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** {@code array[index]}. */
    record Element(Expr array, Expr index) implements Expr {
        @Override
        public Type type() {
            return ((ArrayType) array.type()).component();
        }

        @Override
        public List<Expr> children() {
            return List.of(array, index);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Element(children.get(0), children.get(1));
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.element(this);
        }
    }

    /** {@code array.length}. */
    record Length(Expr array) implements Expr {
        @Override
        public Type type() {
            return Primitive.INT;
        }

        @Override
        public List<Expr> children() {
            return List.of(array);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Length(children.get(0));
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.length(this);
        }
    }

    /** {@code new double[lengths]...}: fewer lengths than dimensions leave the inner arrays {@code null}. */
    record NewArray(ArrayType type, List<Expr> lengths) implements Expr {
        @Override
        public List<Expr> children() {
            return lengths;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new NewArray(type, children);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.newArray(this);
        }
    }

    /**
     * {@code new double[] {elements}}.
     *
     * @param isGathered whether it holds the last arguments of a call of variable arity, so that no source says it
     */
    record ArrayLiteral(ArrayType type, List<Expr> elements, boolean isGathered) implements Expr {
        public ArrayLiteral(ArrayType type, List<Expr> elements) {
            this(type, elements, false);
        }

        public static ArrayLiteral gathered(ArrayType type, List<Expr> elements) {
            return new ArrayLiteral(type, elements, true);
        }

        @Override
        public List<Expr> children() {
            return elements;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new ArrayLiteral(type, children, isGathered);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.arrayLiteral(this);
        }
    }

    record Call(Callee callee, List<Expr> arguments, Span span) implements Expr {
        @Override
        public Type type() {
            return callee.result();
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Call(callee, children, span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code target = value}, the target a local, an array element or a field. */
    record Assign(Expr target, Expr value, Span span) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public List<Expr> children() {
            return List.of(target, value);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Assign(children.get(0), children.get(1), span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** {@code target op= value}, with its hidden narrowing to the type of the target (JLS 15.26.2). */
    record CompoundAssign(Expr target, BinaryOp op, Expr value, Span span) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public List<Expr> children() {
            return List.of(target, value);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new CompoundAssign(children.get(0), op, children.get(1), span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.compoundAssign(this);
        }
    }

    /** {@code ++target}, {@code target++}, {@code --target} or {@code target--}. */
    record Step(Expr target, boolean increment, boolean prefix, Span span) implements Expr {
        /** A step that no source says. */
        public Step(Expr target, boolean increment, boolean prefix) {
            this(target, increment, prefix, Span.NONE);
        }

        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public List<Expr> children() {
            return List.of(target);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Step(children.get(0), increment, prefix, span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.step(this);
        }
    }

    /**
     * A new object.
     *
     * @param isDiamond whether its type arguments are inferred
     * @param construction how its tangent is made, if its class is active
     */
    record NewObject(ClassType type, boolean isDiamond, List<Expr> arguments, Construction construction, Span span)
            implements Expr {
        /** An object that carries no derivative, such as an exception to throw. */
        public NewObject(ClassType type, boolean isDiamond, List<Expr> arguments) {
            this(type, isDiamond, arguments, Construction.CONSTANT, Span.NONE);
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new NewObject(type, isDiamond, children, construction, span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.newObject(this);
        }
    }

    /**
     * A function as a value: {@code (x, y) -> code(a, x, y)}. It is made of what it captures, which are its operands; its code runs
     * where it is called.
     *
     * @param type the functional interface
     * @param parameters its own variables
     * @param arguments what its code gets: what it captures, and its parameters
     * @param isTyped whether it names its type, without which a call that gets it could mean another method
     */
    record Lambda(Type type, List<Local> parameters, Callee code, List<Expr> arguments, boolean isTyped, Span span)
            implements Expr {

        public Lambda typed() {
            return new Lambda(type, parameters, code, arguments, true, span);
        }

        /** What happens when it is called. */
        public Call call() {
            return new Call(code, arguments, span);
        }

        public boolean isParameter(Expr argument) {
            return argument instanceof Read read && parameters.contains(read.local());
        }

        @Override
        public List<Expr> children() {
            return arguments.stream().filter(argument -> !isParameter(argument)).toList();
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            Iterator<Expr> captured = children.iterator();
            List<Expr> all = arguments.stream()
                    .map(argument -> isParameter(argument) ? argument : captured.next())
                    .toList();
            return new Lambda(type, parameters, code, all, isTyped, span);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.lambda(this);
        }
    }

    /**
     * A value with its tangent, as tangent methods return them.
     *
     * @param part the type of both, to which they convert as in a return statement
     */
    record NewDual(Type part, Expr value, Expr tangent) implements Expr {
        @Override
        public Type type() {
            return new DualType(part);
        }

        @Override
        public List<Expr> children() {
            return List.of(value, tangent);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new NewDual(part, children.get(0), children.get(1));
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.newDual(this);
        }
    }

    /** One half of a dual. */
    record DualPart(Expr dual, DualHalf half) implements Expr {
        @Override
        public Type type() {
            Type part = ((DualType) dual.type()).part();
            return half == DualHalf.VALUE ? part : part.tangentType();
        }

        @Override
        public List<Expr> children() {
            return List.of(dual);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new DualPart(children.get(0), half);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.dualPart(this);
        }
    }

    /** Whether something is called or assigned in it, or statements stand in it: then it cannot be written down twice. */
    default boolean callsOrAssigns() {
        return subtree().stream()
                .anyMatch(node -> node instanceof Call
                        || node instanceof SwitchExpr
                        || node instanceof Assign
                        || node instanceof CompoundAssign
                        || node instanceof Step);
    }

    /** An expression without operands. */
    sealed interface Leaf extends Expr permits Literal, Read, StaticField {
        @Override
        default List<Expr> children() {
            return List.of();
        }

        @Override
        default Expr withChildren(List<Expr> children) {
            return this;
        }
    }

    /** This expression and everything below it, each before its operands. */
    default List<Expr> subtree() {
        List<Expr> all = new ArrayList<>();
        all.add(this);
        for (Expr child : children()) {
            all.addAll(child.subtree());
        }
        return all;
    }
}
