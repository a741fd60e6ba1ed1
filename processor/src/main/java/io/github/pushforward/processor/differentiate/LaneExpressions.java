package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Shadow;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Expressions of a lane form. A tangent that is a number becomes one for each lane; one that is an array holds its numbers
 * interleaved by lane, so that number i along direction l is at {@code W·i + l}.
 */
class LaneExpressions {
    private final int lanes;
    final LaneLocals locals;
    private final ClassType owner;
    private final LaneLibrary library;
    private final LaneObjects objects;
    private final Set<Callee> called = new LinkedHashSet<>();
    /** The numbers in arrays and objects of tangents in prepared expressions, by identity: another may look the same. */
    private final Set<Expr> elements = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param owner the class of the tangent method */
    LaneExpressions(int lanes, LaneLocals locals, ClassType owner) {
        this.owner = owner;
        this.lanes = lanes;
        this.locals = locals;
        this.library = new LaneLibrary(lanes, this);
        this.objects = new LaneObjects(lanes, this);
    }

    LaneLocals locals() {
        return locals;
    }

    /** The tangent methods of one direction whose lane forms are called. */
    Set<Callee> called() {
        return called;
    }

    LaneLibrary library() {
        return library;
    }

    LaneObjects objects() {
        return objects;
    }

    /** Whether a tangent has a part in an expression. */
    boolean isShadowy(Expr expression) {
        return expression.subtree().stream().anyMatch(this::isShadow);
    }

    final boolean isShadow(Expr node) {
        return node instanceof Expr.Read read && locals.isShadow(read.local())
                || node instanceof Expr.DualPart part && part.half() == DualHalf.TANGENT && isOfLanes(part);
    }

    /** Whether it is a part of what a call of a lane form returned. */
    private boolean isOfLanes(Expr.DualPart part) {
        return part.dual() instanceof Expr.Read read && locals.isDual(read.local());
    }

    /** What carries no tangent, but for calls that take tangents along. */
    Expr primal(Expr expression) {
        return primal(expression, new Hoist(locals, null));
    }

    Expr primal(Expr expression, Hoist hoist) {
        if (isShadow(expression)) {
            throw new NoLanes("a tangent where a value belongs: " + expression);
        }
        if (expression instanceof Expr.DualPart part && isOfLanes(part)) {
            return value(part);
        }
        if (expression instanceof Expr.Lambda lambda && takesTangents(lambda.code())) {
            throw new NoLanes("a function in its dual form");
        }
        if (expression instanceof Expr.Call call && takesTangents(call.callee())) {
            return call(call, hoist);
        }
        return expression.withChildren(expression.children().stream()
                .map(child -> primal(child, hoist))
                .toList());
    }

    static boolean marksTangents(Callee callee) {
        return callee.kind() == Callee.Kind.TANGENT && callee.active().contains(true);
    }

    /** Whether a call takes tangents of all lanes: in second derivatives, the tangents along the first direction are values. */
    boolean takesTangents(Callee callee) {
        return marksTangents(callee) && (library.contains(callee) || LaneNames.isOfSameOrder(callee.owner(), owner));
    }

    private Expr value(Expr.DualPart part) {
        return half(part, part.type());
    }

    /** A half of a dual that is the same in every lane. */
    Expr half(Expr.DualPart part, Type halfType) {
        Local dual = locals.dual(((Expr.Read) part.dual()).local());
        String name = part.half() == DualHalf.VALUE ? "value" : "tangent";
        return dual.type() instanceof ClassType type
                ? component(dual, type, halfType, name)
                : new Expr.DualPart(dual.read(), part.half());
    }

    static Expr component(Local dual, ClassType type, Type part, String name) {
        return new Expr.Field(dual.read(), type, name, part, name, Shadow.NONE, Span.NONE);
    }

    /** The call of a tangent method, with the tangents of all lanes. */
    Expr.Call call(Expr.Call call, Hoist hoist) {
        if (library().contains(call.callee())) {
            return library().both(call, hoist);
        }
        Callee callee = call.callee();
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            if (!callee.active().get(i)) {
                Expr value = primal(argument, hoist);
                hoist.passes(value);
                arguments.add(value);
            } else if (LaneTypes.isNumber(callee.parameterTypes().get(i))) {
                arguments.addAll(numbers(argument, hoist));
            } else {
                arguments.add(reference(argument, hoist));
            }
        }
        called.add(callee);
        return new Expr.Call(form(callee), arguments, call.span());
    }

    /** The form of a tangent method of one direction. */
    Callee form(Callee tangent) {
        return LaneNames.of(tangent, lanes);
    }

    /** Whether a choice between tangents becomes one between statements, so that all lanes make it at once. */
    boolean isSplit(Expr tangent) {
        return tangent instanceof Expr.Conditional;
    }

    /** Where a tangent that is a number is assigned to, in each lane. */
    List<Expr> places(Expr target, Hoist hoist) {
        if (target instanceof Expr.Field field) {
            return spread(field(field, hoist));
        }
        return spread(target instanceof Expr.Element element ? element(element, hoist) : target);
    }

    /** A value with its tangents: one for each lane, or one array or object. */
    Expr dual(Type part, Expr value, List<Expr> tangents) {
        if (!LaneTypes.isNumber(part)) {
            return new Expr.NewDual(part, value, tangents.get(0));
        }
        List<Expr> components = new ArrayList<>(List.of(value));
        components.addAll(tangents);
        boolean isGeneric = part instanceof DualType;
        return new Expr.NewObject(LaneNames.dual(part, lanes).erased(), isGeneric, components);
    }

    /** The type of a tangent that is an array or an object. */
    Type referenceType(Type tangent) {
        return objects.type(tangent);
    }

    /** The variable for a shadow that is an array or an object. */
    final Local reference(Local shadow) {
        return locals.reference(shadow, referenceType(shadow.type()));
    }

    /** A variable or the half of a dual that is an array or an object. */
    Expr whole(Expr shadow) {
        return shadow instanceof Expr.Read read
                ? reference(read.local()).read()
                : half((Expr.DualPart) shadow, referenceType(shadow.type()));
    }

    /** A tangent that is an object. */
    Expr object(Expr expression, Hoist hoist) {
        return objects.object(expression, hoist);
    }

    /** A tangent that is a number, in each lane. */
    List<Expr> numbers(Expr expression, Hoist hoist) {
        return spread(prepared(expression, hoist));
    }

    /** A prepared tangent, in each lane. */
    List<Expr> spread(Expr prepared) {
        return IntStream.range(0, lanes).mapToObj(lane -> in(lane, prepared)).toList();
    }

    /** A tangent with the parts that carry none in their final form; an index is that of the first lane. */
    Expr prepared(Expr expression, Hoist hoist) {
        if (!isShadowy(expression)) {
            return hoist.offer(primal(expression, hoist));
        }
        if (isShadow(expression)) {
            return expression;
        }
        if (expression instanceof Expr.Element element) {
            Expr prepared = element(element, hoist);
            hoist.passesNode(prepared);
            return prepared;
        }
        if (expression instanceof Expr.Field field) {
            Expr prepared = field(field, hoist);
            hoist.passesNode(prepared);
            return prepared;
        }
        if (expression instanceof Expr.Conditional choice) {
            return choice.withChildren(List.of(
                    hoist.offer(primal(choice.condition())),
                    prepared(choice.whenTrue(), hoist.none()),
                    prepared(choice.whenFalse(), hoist.none())));
        }
        if (expression instanceof Expr.Call call && call.callee().kind() != Callee.Kind.MATH) {
            throw new NoLanes("a call that is not known: " + call.callee());
        }
        if (expression instanceof Expr.NewObject) {
            throw new NoLanes("an object where a number belongs: " + expression);
        }
        List<Expr> children = new ArrayList<>();
        expression.children().forEach(child -> children.add(prepared(child, hoist)));
        Expr prepared = expression instanceof Expr.Call call
                ? SharedSlopes.in(call, children, hoist)
                : expression.withChildren(children);
        hoist.passesNode(prepared);
        return prepared;
    }

    /** An element of an array of tangents, a number; to write to it throws later than to read it. */
    Expr element(Expr.Element element, Hoist hoist) {
        Expr array = array(element.array(), hoist);
        Expr index = primal(element.index(), hoist);
        Expr first = index instanceof Expr.Leaf ? scaled(index) : hoist.offer(scaled(index));
        Expr prepared = new Expr.Element(array, first);
        elements.add(prepared);
        return prepared;
    }

    /** A number in a tangent of an object; to write to it throws later than to read it. */
    Expr field(Expr.Field field, Hoist hoist) {
        LaneTypes.requireNumber(field.type());
        Expr prepared = objects.target(field, hoist);
        elements.add(prepared);
        return prepared;
    }

    /** {@code W·i}. */
    Expr scaled(Expr index) {
        if (index instanceof Expr.Literal literal && literal.value() instanceof Integer number) {
            return integer(lanes * number);
        }
        return Simplify.times(integer(lanes), index);
    }

    static Expr integer(int value) {
        return new Expr.Literal(Primitive.INT, value);
    }

    private Expr in(int lane, Expr prepared) {
        if (prepared instanceof Expr.Read read && locals.isShadow(read.local())) {
            LaneTypes.requireNumber(read.type());
            return locals.of(read.local()).get(lane).read();
        }
        if (prepared instanceof Expr.DualPart part && isShadow(part)) {
            LaneTypes.requireNumber(part.type());
            Local dual = locals.dual(((Expr.Read) part.dual()).local());
            if (!(dual.type() instanceof ClassType type)) {
                throw new NoLanes("a boxed result");
            }
            return component(dual, type, part.type(), "tangent" + lane);
        }
        if (prepared instanceof Expr.Element element && elements.contains(element)) {
            return new Expr.Element(element.array(), shifted(element.index(), lane));
        }
        if (prepared instanceof Expr.Field field && elements.contains(field)) {
            return LaneObjects.in(lane, field);
        }
        return prepared.withChildren(
                prepared.children().stream().map(child -> in(lane, child)).toList());
    }

    private static Expr shifted(Expr index, int lane) {
        if (index instanceof Expr.Literal literal && literal.value() instanceof Integer number) {
            return integer(number + lane);
        }
        return lane == 0 ? index : Simplify.binary(BinaryOp.PLUS, index, integer(lane));
    }

    /** A tangent that is an array or an object. */
    Expr reference(Expr expression, Hoist hoist) {
        if (LaneTypes.isNumber(expression.type())) {
            throw new NoLanes("a number where an array or an object belongs: " + expression);
        }
        return expression.type().isArray() || LaneTypes.isArray(expression.type())
                ? array(expression, hoist)
                : object(expression, hoist);
    }

    /** A tangent that is an array. */
    Expr array(Expr expression, Hoist hoist) {
        if (isShadow(expression)) {
            return whole(expression);
        }
        if (expression instanceof Expr.DualPart || expression instanceof Expr.NewDual) {
            return expression.withChildren(expression.children().stream()
                    .map(child -> array(child, hoist))
                    .toList());
        }
        if (expression instanceof Expr.NewArray made) {
            return newArray(made, hoist);
        }
        if (expression instanceof Expr.ArrayLiteral literal) {
            return literal(literal, hoist);
        }
        if (expression instanceof Expr.Call call) {
            return library().shadows(call, hoist);
        }
        return object(expression, hoist);
    }

    private Expr newArray(Expr.NewArray made, Hoist hoist) {
        List<Expr> lengths = new ArrayList<>();
        made.lengths().forEach(length -> lengths.add(primal(length, hoist)));
        if (lengths.size() == made.type().rank() && made.type().elementType().isFloating()) {
            int last = lengths.size() - 1;
            lengths.set(last, scaled(lengths.get(last)));
        }
        return new Expr.NewArray((ArrayType) referenceType(made.type()), lengths);
    }

    private Expr literal(Expr.ArrayLiteral literal, Hoist hoist) {
        List<Expr> elements = new ArrayList<>();
        ArrayType type = literal.type();
        for (Expr element : literal.elements()) {
            if (type.component() instanceof Primitive) {
                elements.addAll(numbers(element, hoist));
            } else {
                elements.add(reference(element, hoist));
            }
        }
        return new Expr.ArrayLiteral((ArrayType) referenceType(type), elements, literal.isGathered());
    }

    static Callee runtime(ClassType owner, String name, List<Expr> arguments, Type result) {
        List<Type> types = arguments.stream().map(Expr::type).toList();
        return new Callee(
                owner, name, types, result, Callee.Kind.TANGENT, Collections.nCopies(types.size(), false), false);
    }
}
