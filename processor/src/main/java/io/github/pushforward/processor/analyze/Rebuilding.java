package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.CaseLabel;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows values through integers, bits, text and the state of objects, where differentiation does not go, to where numbers
 * are made out of them again. There a derivative would be lost without a word.
 */
final class Rebuilding {
    private static final Set<String> REBUILDERS = Set.of(
            "java.lang.Double#longBitsToDouble[long]",
            "java.lang.Float#intBitsToFloat[int]",
            "java.lang.Float#float16ToFloat[short]",
            "java.lang.Double#parseDouble[java.lang.String]",
            "java.lang.Float#parseFloat[java.lang.String]",
            "java.lang.Double#valueOf[java.lang.String]",
            "java.lang.Float#valueOf[java.lang.String]");

    private static final Type NUMBER = ClassType.of("java.lang", "Number");

    private final FlowGraph influence = new FlowGraph();
    /** What each number that is made, here or in a callee, is made of. */
    private final List<Use> uses = new ArrayList<>();

    /** The very expressions that are assigned to, and not read. */
    private final Set<Expr> written = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Summaries summaries;
    private final Sources sources;
    private final Method method;

    private record Use(Set<Place> origins, Problem problem) {}

    Rebuilding(Method method, Summaries summaries) {
        this.summaries = summaries;
        this.sources = new Sources(summaries);
        this.method = method;
        method.body()
                .allExpressions()
                .filter(Expr.Assign.class::isInstance)
                .forEach(assign -> written.add(((Expr.Assign) assign).target()));
        method.body().subtree().forEach(this::add);
        method.body().allExpressions().forEach(this::add);
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
            connect(declare.initializer(), new Place.Variable(declare.local()));
        } else if (statement instanceof Stmt.ForEach loop) {
            connect(loop.array(), new Place.Variable(loop.variable()));
            if (isNumber(loop.variable().type()) && !loop.array().type().carriesDerivative()) {
                uses.add(new Use(
                        stateOf(loop.array()),
                        fromObject(
                                "the element " + loop.variable(),
                                loop.array().type(),
                                loop.variable().type(),
                                loop.span())));
            }
        } else if (statement instanceof Try attempt) {
            attempt.catches().forEach(handler -> add(handler, attempt));
        } else if (statement instanceof Switch choice) {
            choice.cases().forEach(branch -> branch.labels().forEach(label -> add(label, choice.selector())));
        }
    }

    /** An exception may hold whatever is read before it is thrown. */
    private void add(Try.Catch handler, Try attempt) {
        Place caught = new Place.Variable(handler.exception());
        Stream.concat(attempt.resources().stream(), Stream.of(attempt.body()))
                .flatMap(Stmt::allExpressions)
                .flatMap(expression -> Sources.influences(expression).stream())
                .forEach(origin -> influence.flow(origin, caught));
    }

    private void add(CaseLabel label, Expr selector) {
        if (label instanceof CaseLabel.Matching matching) {
            matching.pattern().variables().forEach(variable -> {
                Place place = new Place.Variable(variable);
                if (!isNumber(variable.type()) || selector.type().carriesDerivative()) {
                    connect(selector, place);
                } else {
                    // What the variable is assigned later does not get into the object; arrays are another matter.
                    Sources.influences(selector).forEach(origin -> influence.flow(origin, place));
                    uses.add(new Use(
                            stateOf(selector),
                            fromObject(
                                    "the component " + variable, selector.type(), variable.type(), matching.span())));
                }
            });
        }
    }

    private void add(Expr node) {
        if (node instanceof Expr.Assign assign) {
            store(assign.value(), assign.target());
        } else if (node instanceof Expr.CompoundAssign assign) {
            store(assign.value(), assign.target());
        } else if (node instanceof Expr.Field field
                && isNumber(field.type())
                && !written.contains(field)
                && !field.owner().isActive()
                && !isActiveObject(field.object())) {
            uses.add(new Use(
                    stateOf(field.object()),
                    fromObject("the field " + field.name(), field.owner(), field.type(), field.span())));
        } else if (node instanceof Expr.Cast cast && isOutOfObject(cast.type(), cast.operand())) {
            uses.add(new Use(
                    stateOf(cast.operand()),
                    fromObject("the cast", cast.operand().type(), cast.type(), cast.span())));
        } else if (node instanceof Expr.InstanceOf test && test.variable() != null) {
            if (!isBarred(test.variable().type()) || !isActiveObject(test.object())) {
                connect(test.object(), new Place.Variable(test.variable()));
            }
            if (isOutOfObject(test.tested(), test.object())) {
                uses.add(new Use(
                        stateOf(test.object()),
                        fromObject(
                                "the pattern " + test.variable(), test.object().type(), test.tested(), test.span())));
            }
        } else if (node instanceof Expr.NewObject made && isBarred(made.type())) {
            made.arguments().stream()
                    .filter(argument -> !argument.type().carriesDerivative())
                    .forEach(argument -> uses.add(new Use(stateOf(argument), NewObjects.forgotten(made, argument))));
        } else if (node instanceof Expr.Call call) {
            add(call);
        } else if (node instanceof Expr.Lambda lambda) {
            add(lambda.call());
        }
    }

    /** Whether objects of the class have no tangents where others of an active type above have. */
    private static boolean isBarred(Type type) {
        return type instanceof ClassType named && named.holding() == ClassType.Holding.BARRED;
    }

    /** Whether something of an active class comes out of a variable whose class does not say so. */
    private static boolean isOutOfObject(Type type, Expr object) {
        return type instanceof ClassType named
                && named.isActive()
                && !object.type().carriesDerivative();
    }

    /** Numbers and arrays of them, in boxes too: what arithmetic can take out of an object. */
    private static boolean isNumber(Type type) {
        return type.carriesDerivative() || type.equals(NUMBER);
    }

    /** Whether an object is of an active class: what it inherits from others is given nothing active, or that is refused. */
    private static boolean isActiveObject(Expr object) {
        return object.type() instanceof ClassType type && type.isActive();
    }

    private static Set<Place> stateOf(Expr object) {
        boolean isObject = object.type().elementType() instanceof ClassType type && type.isMutable();
        return isObject ? Sources.influences(object) : Set.of();
    }

    private void store(Expr value, Expr target) {
        Set<Place> places = Sources.influences(target);
        places.removeIf(Rebuilding::isReceiver);
        places.forEach(place -> connect(value, place));
    }

    private void connect(Expr value, Place target) {
        Sources.influences(value).forEach(origin -> influence.flow(origin, target));
        // Two names of one object: what is put into it under one comes out under the other.
        sharedBy(value).stream()
                .filter(origin -> !isReceiver(origin))
                .forEach(origin -> influence.flow(target, origin));
    }

    /** The places that may refer to the same object as a value, or to what it is a part of. */
    private Set<Place> sharedBy(Expr value) {
        if (!value.type().isMutable()) {
            return Set.of();
        }
        boolean isKnown =
                value instanceof Expr.Call call && summaries.body(call.callee()).isPresent();
        return isKnown ? sources.memory(value) : Sources.influences(value);
    }

    /** What an array may be given by a call: objects only where it can hold them. */
    private void fill(ArrayType type, Expr array, Expr value) {
        if (type.component() instanceof Primitive) {
            // What a new array is made of is not written to.
            sources.memory(array)
                    .forEach(place -> Sources.influences(value).forEach(origin -> influence.flow(origin, place)));
        } else {
            store(value, array);
        }
    }

    /** The object of the method gets nothing as a whole: its fields are places of their own. */
    private static boolean isReceiver(Place place) {
        return place instanceof Place.Variable variable && variable.local().isReceiver();
    }

    private void add(Expr.Call call) {
        Callee callee = call.callee();
        List<Expr> arguments = call.arguments();
        if (REBUILDERS.contains(callee.signature())) {
            uses.add(new Use(Sources.influences(call), fromBits(call)));
        } else if (givesUnknownNumber(callee)) {
            String what = callee.owner() + "." + callee.name();
            for (Expr argument : arguments) {
                boolean isText = argument.type().equals(NumericTypes.STRING);
                uses.add(
                        isText
                                ? new Use(Sources.influences(argument), fromBits(call))
                                : new Use(
                                        stateOf(argument),
                                        fromObject(what, callee.owner(), callee.result(), call.span())));
            }
        }
        FlowSummary summary = summaries.of(callee);
        summary.rebuilt().forEach((i, problem) -> {
            boolean isInherited = i == 0 && !callee.isStatic() && isActiveObject(arguments.get(0));
            if (!isInherited) {
                uses.add(new Use(Sources.influences(arguments.get(i)), problem));
            }
        });
        boolean isKnown = summaries.body(callee).isPresent()
                || ArrayLibrary.manner(callee).isPresent();
        for (int i = 0; i < arguments.size(); i++) {
            Expr into = arguments.get(i);
            boolean mayWrite = !isKnown || summary.written().contains(i);
            if (into.type() instanceof ArrayType array && mayWrite) {
                arguments.forEach(value -> fill(array, into, value));
            }
        }
        for (FlowSummary.Flow flow : summary.flows()) {
            if (flow.to() != FlowSummary.RESULT) {
                store(arguments.get(flow.from()), arguments.get(flow.to()));
            }
        }
    }

    /** Whether a method that is not differentiated gives a number, which may come out of what objects it gets. */
    private boolean givesUnknownNumber(Callee callee) {
        boolean isUnknown = switch (callee.kind()) {
            case FOREIGN, READING, KEEPING -> true;
            case HELPER ->
                summaries.body(callee).filter(Rebuilding::givesObject).isPresent();
            default -> false;
        };
        return isUnknown && isNumber(callee.result()) && !ArrayLibrary.contains(callee);
    }

    /** Whether the class of what a method returns does not show there, but only to its callers: it is a type variable. */
    private static boolean givesObject(Method body) {
        return body.body().subtree().stream()
                .filter(Stmt.Return.class::isInstance)
                .map(statement -> ((Stmt.Return) statement).value())
                .anyMatch(value -> value != null
                        && !value.equals(Expr.Literal.NULL)
                        && !(value.type() instanceof Primitive)
                        && !value.type().carriesDerivative());
    }

    private static Problem fromBits(Expr.Call call) {
        Callee callee = call.callee();
        return new Problem(
                Code.NoTangent,
                callee.owner() + "." + callee.name() + " makes a number from bits or text, which have no derivative",
                "compute the number by arithmetic, or pass it as a @Constant parameter",
                call.span());
    }

    private static Problem fromObject(String what, Type object, Type taken, Span span) {
        boolean isNumber = !(taken.elementType() instanceof ClassType type && type.isActive());
        boolean canBeMarked = object instanceof ClassType type
                && !type.isActive()
                && !type.packageName().startsWith("java");
        return new Problem(
                Code.NoTangent,
                what + " is " + (isNumber ? "a number" : "a " + taken)
                        + " out of an object that was given an active value, and its derivative is not known",
                (canBeMarked ? "mark " + object + " @Differentiable if it is yours, " : "")
                        + "keep the value in a local variable or an array, or pass the "
                        + (isNumber ? "number" : "object") + " as a @Constant parameter",
                span);
    }

    /** The numbers that are made out of what depends on one of the places. */
    List<Problem> outOf(Collection<Place> origins) {
        Set<Place> reached = influence.dependentOn(origins);
        return uses.stream()
                .filter(use -> use.origins().stream().anyMatch(reached::contains))
                .map(Use::problem)
                .toList();
    }

    /** By index, the parameters out of which numbers are made. */
    Map<Integer, Problem> ofParameters(List<Local> parameters) {
        Map<Integer, Problem> rebuilt = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            outOf(List.of(new Place.Variable(parameters.get(i)))).stream()
                    .findFirst()
                    .ifPresent(problem -> rebuilt.put(index, problem));
        }
        return rebuilt;
    }
}
