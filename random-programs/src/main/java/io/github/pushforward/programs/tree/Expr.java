package io.github.pushforward.programs.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. Those that may be assigned to are {@link Name}, {@link Element} and {@link Member}. */
public sealed interface Expr extends Node {

    Type type();

    <R> R accept(Visitor<R> visitor);

    /** A number, a truth value or {@code null}. */
    record Literal(Type type, @Nullable Object value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** A local variable or parameter; {@code this} as well. */
    record Name(Type type, String name) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    record Element(Expr array, Expr index) implements Expr {
        @Override
        public Type type() {
            return ((Type.Array) array.type()).element();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.element(this);
        }
    }

    /**
     * A field of an object.
     *
     * @param byAccessor whether it is written as a call, {@code v.x()}
     */
    record Member(Type type, Expr object, String name, boolean byAccessor) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** {@code -}, {@code +}, {@code ~} and {@code !}. */
    record Unary(String sign, Expr operand) implements Expr {
        @Override
        public Type type() {
            return Primitive.of(operand.type()).promoted();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    record Binary(Operator operator, Expr left, Expr right) implements Expr {
        @Override
        public Type type() {
            return operator.result(Primitive.of(left.type()), Primitive.of(right.type()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    record Cast(Type type, Expr operand) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    record Conditional(Type type, Expr condition, Expr whenTrue, Expr whenFalse) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    record Assign(Expr target, Expr value) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** {@code target += value} and its like, with the cast that is hidden in it. */
    record Compound(Operator operator, Expr target, Expr value) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compound(this);
        }
    }

    /** {@code ++} or {@code --}, before the target or after it. */
    record Step(Expr target, boolean isUp, boolean isPrefix) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.step(this);
        }
    }

    /**
     * The call of a method of the program.
     *
     * @param object what it is called on, or {@code null} for a static one of the outermost class
     */
    record Call(Type type, @Nullable Expr object, String method, List<Expr> arguments) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** The call of a function that a variable holds. */
    record Apply(Expr function, List<Expr> arguments) implements Expr {
        @Override
        public Type type() {
            return ((Type.Function) function.type()).result();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.apply(this);
        }
    }

    record MathCall(MathFunction function, boolean isStrict, List<Expr> arguments) implements Expr {
        @Override
        public Type type() {
            return function.result();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mathCall(this);
        }
    }

    /** {@code new double[n][m]}; with fewer lengths than dimensions, the inner arrays are {@code null}. */
    record NewArray(Type.Array type, List<Expr> lengths) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newArray(this);
        }
    }

    record ArrayLiteral(Type.Array type, List<Expr> elements) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arrayLiteral(this);
        }
    }

    record Length(Expr array) implements Expr {
        @Override
        public Type type() {
            return Primitive.INT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.length(this);
        }
    }

    /** What the library does with arrays as a whole. */
    record ArrayCall(Type type, ArrayFunction function, List<Expr> arguments) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arrayCall(this);
        }
    }

    record New(Type.Named type, List<Expr> arguments) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newObject(this);
        }
    }

    /** A {@code switch} with a value; its cases end in {@link Stmt.Yield}. */
    record Choice(Type type, Expr selector, List<Stmt.Case> cases, boolean isArrow) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    record Lambda(Type.Function type, List<String> parameters, List<Stmt> body) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lambda(this);
        }
    }

    /**
     * A method reference.
     *
     * @param function the function of {@code Math}, or {@code null}
     * @param method the static method of the outermost class, or {@code null}
     */
    record Reference(
            Type.Function type,
            @Nullable MathFunction function,
            @Nullable String method) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reference(this);
        }
    }

    /** A stream over an array of {@code double}, from its source to its result. */
    record Stream(Type type, Expr array, List<Stage> stages, End end, List<Expr> arguments) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stream(this);
        }
    }

    /** One operation of a stream. */
    record Stage(String operation, Expr function) implements Node {}

    /** How a stream ends. */
    enum End {
        SUM,
        MAX,
        MIN,
        REDUCE,
        TO_ARRAY
    }

    /** What to do with each kind of expression. */
    interface Visitor<R> {
        R literal(Literal literal);

        R name(Name name);

        R element(Element element);

        R member(Member member);

        R unary(Unary unary);

        R binary(Binary binary);

        R cast(Cast cast);

        R conditional(Conditional conditional);

        R assign(Assign assign);

        R compound(Compound compound);

        R step(Step step);

        R call(Call call);

        R apply(Apply apply);

        R mathCall(MathCall call);

        R newArray(NewArray array);

        R arrayLiteral(ArrayLiteral array);

        R length(Length length);

        R arrayCall(ArrayCall call);

        R newObject(New object);

        R choice(Choice choice);

        R lambda(Lambda lambda);

        R reference(Reference reference);

        R stream(Stream stream);
    }
}
