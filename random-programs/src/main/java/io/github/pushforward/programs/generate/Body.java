package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the parts of the grammar share while one body of a method is made. */
final class Body {
    static final Type.Array VECTOR = new Type.Array(Primitive.DOUBLE);
    static final Type.Array MATRIX = new Type.Array(VECTOR);

    final Dice dice;
    final Scope scope;
    final Library library;
    final Reals reals = new Reals(this);
    final Integers integers = new Integers(this);
    final Booleans booleans = new Booleans(this);
    final Arrays arrays = new Arrays(this);
    final Objects objects = new Objects(this);
    final FunctionExpressions functions = new FunctionExpressions(this);
    final Statements statements = new Statements(this);

    /** Whether expressions may assign to variables. */
    boolean hasEffects = true;

    Body(Dice dice, Library library) {
        this.dice = dice;
        this.scope = new Scope(dice);
        this.library = library;
    }

    /** An expression of a type; the depth says how large it may become. */
    Expr expression(Type type, int depth) {
        if (type instanceof Primitive primitive) {
            if (primitive.isFloating()) {
                return reals.make(primitive, depth);
            }
            return primitive == Primitive.BOOLEAN ? booleans.make(depth) : integers.make(primitive, depth);
        }
        if (type instanceof Type.Box box) {
            return expression(box.primitive(), depth);
        }
        if (type instanceof Type.Array array) {
            return arrays.make(array, depth);
        }
        return type instanceof Type.Named named
                ? objects.make(named, depth)
                : functions.make((Type.Function) type, depth);
    }

    /** The number itself, and not a box: boxes are compared as references, and not cast to other types. */
    static Expr unboxed(Expr expr) {
        boolean isPrimitive = expr.type() instanceof Primitive
                && !(expr instanceof Expr.Conditional || expr instanceof Expr.Choice || expr instanceof Expr.Assign);
        return isPrimitive ? expr : new Expr.Unary("+", expr);
    }

    /** Something of the type that may be assigned to. */
    Optional<Expr> place(Type type, int depth) {
        List<Expr> places = new ArrayList<>();
        scope.all(variable -> variable.isFree() && variable.type().equals(type))
                .forEach(variable -> places.add(variable.expression()));
        scope.all(variable -> !variable.isConstant()
                        && variable.type() instanceof Type.Array array
                        && array.element().equals(type))
                .forEach(variable -> places.add(arrays.element(variable.expression(), depth)));
        scope.all(variable -> !variable.isConstant()
                        && variable.type() instanceof Type.Array array
                        && array.element() instanceof Type.Array row
                        && row.element().equals(type))
                .forEach(variable -> places.add(arrays.element(arrays.element(variable.expression(), depth), depth)));
        objects.fields(type).forEach(places::add);
        return places.isEmpty() ? Optional.empty() : Optional.of(dice.pick(places));
    }
}
