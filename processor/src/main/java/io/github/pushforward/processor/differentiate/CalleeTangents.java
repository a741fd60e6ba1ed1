package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.RuleSkeleton;
import io.github.pushforward.processor.ir.TangentSignature;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which method a call becomes, inside the tangent class of one class. Methods of the same top-level class that are not
 * annotated are differentiated along, once for each pattern of active arguments; private ones that are called with plain
 * values are copied. Both wait in a queue until the class is complete.
 */
final class CalleeTangents {

    /**
     * A method that the tangent class needs beside the annotated ones.
     *
     * @param source the method it is made from
     * @param pattern which parameters are active; none for a copy
     * @param form how it is called
     * @param name its name in the tangent class
     */
    record Request(Callee source, List<Boolean> pattern, Form form, String name, boolean isCopy) {}

    /** What a tangent of an instance method does about the class of its receiver. */
    enum Form {
        /** Nothing: there is none, or no known class has a method of its own instead. */
        PLAIN,
        /** Refuses {@code null}, of which the method itself would take no notice. */
        PRESENT,
        /** Refuses objects of unknown classes, and {@code null}. */
        GUARDED,
        /** Goes to the method of the class of the receiver. */
        DISPATCHING
    }

    private record Key(String signature, List<Boolean> pattern, Form form, RuleSet rules, boolean isCopy) {}

    private static final String FUNCTIONS = "java.util.function";

    private final ClassType owner;
    private final ClassType sibling;
    private final SiblingNames names;
    private final Map<String, Callee> origins = new HashMap<>();
    private final Function<Callee, Optional<Method>> bodies;
    private final Set<String> takenNames;
    private final TableCopies tables;
    private final Map<Key, Request> requests = new LinkedHashMap<>();
    private final Deque<Request> open = new ArrayDeque<>();

    /**
     * @param owner the class whose tangents are generated
     * @param annotated its differentiable methods, whose names the tangent class uses already
     */
    CalleeTangents(
            ClassType owner, Set<String> annotated, Function<Callee, Optional<Method>> bodies, TableCopies tables) {
        this(owner, annotated, bodies, tables, new SiblingNames.OfTangents(owner));
    }

    /** @param names what the generated class calls its methods, and how it finds those of others */
    CalleeTangents(
            ClassType owner,
            Set<String> annotated,
            Function<Callee, Optional<Method>> bodies,
            TableCopies tables,
            SiblingNames names) {
        this.tables = tables;
        this.owner = owner;
        this.names = names;
        this.sibling = names.sibling();
        this.takenNames = new HashSet<>(annotated);
        annotated.forEach(name -> takenNames.add(CheckedShapes.unchecked(name)));
        this.bodies = bodies;
    }

    /** The next method to generate, until there is none. */
    Optional<Request> next() {
        return Optional.ofNullable(open.poll());
    }

    /** The expression with private members replaced by the copies that a sibling can use. */
    Expr withCopies(Expr expression) {
        if (expression instanceof Expr.StaticField field) {
            return tables.of(field);
        }
        List<Expr> children =
                expression.children().stream().map(this::withCopies).toList();
        if (expression instanceof Expr.Lambda lambda) {
            Expr.Lambda copy = (Expr.Lambda) lambda.withChildren(children);
            return new Expr.Lambda(
                    lambda.type(),
                    lambda.parameters(),
                    primal(copy.call()),
                    copy.arguments(),
                    lambda.isTyped(),
                    lambda.span());
        }
        return expression instanceof Expr.Call call
                ? new Expr.Call(primal(call), children, call.span())
                : expression.withChildren(children);
    }

    /** The method to call with values alone. */
    private Callee primal(Expr.Call call) {
        Callee callee = call.callee();
        boolean isSuper = callee.invocation() == Callee.Invocation.SUPER;
        if (!callee.isPrivate() && !isSuper) {
            return callee;
        }
        boolean hasBody = callee.kind() == Callee.Kind.HELPER || callee.kind() == Callee.Kind.RULE;
        if (!hasBody) {
            throw isSuper ? noSuperCall(call) : noCopy(call);
        }
        List<Boolean> none = Collections.nCopies(callee.active().size(), false);
        Request copy = request(callee, none, isThere(call) ? Form.PLAIN : present(callee), callee.name(), true);
        return tangentCallee(sibling, copy.name(), callee.parameterTypes(), callee.result());
    }

    /** A native one, say: a private method that has a body is copied. */
    private static Refusal noCopy(Expr.Call call) {
        return new Refusal(
                Code.NotAccessible,
                "the method " + call.callee().name()
                        + " is private and has no body that a generated sibling could have a copy of",
                "make it package-private",
                call.span());
    }

    private static Refusal noSuperCall(Expr.Call call) {
        String annotate = "annotate " + call.callee().name() + " of "
                + call.callee().owner() + " with @Differentiable and give it an active argument, or ";
        return new Refusal(
                Code.NoTangent,
                "super." + call.callee().name()
                        + " is a method of another class, which a generated sibling cannot call",
                (call.callee().hasSource() ? annotate : "") + "write what it does here",
                call.span());
    }

    /**
     * The tangent method of a call.
     *
     * @param callee whose parameters come first, then one tangent for each of {@code pattern}
     */
    record Choice(Callee callee, List<Boolean> pattern) {}

    Choice tangent(Expr.Call call, List<Boolean> activeArguments) {
        Choice choice = choose(call, activeArguments);
        origins.put(choice.callee().signature(), call.callee());
        return choice;
    }

    /** The methods of source code that tangent methods stand for, as far as they were called, by the signatures of those. */
    Map<String, Callee> origins() {
        return origins;
    }

    private Choice choose(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        return switch (callee.kind()) {
            case HELPER -> helper(callee, activeArguments, form(call));
            case ANNOTATED -> annotated(call, activeArguments);
            case RULE -> ruled(call, activeArguments);
            case FUNCTION -> function(call, activeArguments);
            case UNPROCESSED -> throw unprocessed(call, activeArguments);
            default ->
                RuntimeCalls.tangentOwner(callee)
                        .map(target -> new Choice(
                                withTangents(target, callee.name(), callee, activeArguments), activeArguments))
                        .orElseThrow(() -> names.refusal(call).orElseGet(() -> noTangent(call, activeArguments)));
        };
    }

    private Refusal noTangent(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        return new Refusal(
                Code.NoTangent,
                "the call of " + callee.owner() + "." + callee.name()
                        + " receives an active argument, and its derivative is not known",
                remedy(call)
                        + ", or compute it before, outside differentiable methods, and pass it in as a @Constant parameter"
                        + RuleSkeleton.advice(callee, activeArguments),
                call.span());
    }

    /** What to write in place of a call without a derivative; to annotate it is for those who have its source. */
    private String remedy(Expr.Call call) {
        Callee callee = call.callee();
        if (callee.owner().sameTopLevel(owner)) {
            // Of this class and not differentiated along: it has no body, and none is known that could stand for it.
            return "have " + callee.name()
                    + " implemented by classes of this compilation, none of them private, or give "
                    + "it a body, which subclasses may override";
        }
        if (callee.hasSource()) {
            return "annotate " + callee.name() + " with @Differentiable";
        }
        if (callee.owner().packageName().equals(FUNCTIONS)) {
            return "use a DoubleUnaryOperator, a ToDoubleFunction<double[]> or a functional interface of your own over double, "
                    + "which have tangents of their own";
        }
        boolean isOverArray =
                call.arguments().stream().anyMatch(argument -> argument.type().isArray());
        String own =
                isOverArray ? "write a loop over the array" : "write its formula here or in a method of this class";
        return callee.isOfPlatform()
                ? own
                : own + ", or, where " + callee.owner() + " is yours, annotate " + callee.name()
                        + " with @Differentiable and compile it with Pushforward";
    }

    private static Refusal unprocessed(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        return new Refusal(
                Code.NoTangent,
                callee.owner() + "." + callee.name() + " is annotated, but was compiled without Pushforward: "
                        + callee.owner().sibling("Tangent") + " has no tangent method for it",
                "compile that library with the annotation processor" + RuleSkeleton.advice(callee, activeArguments),
                call.span());
    }

    /** Of a constant function the classes may be known that it can be of. */
    private Choice function(Expr.Call call, List<Boolean> activeArguments) {
        boolean isConstant = !activeArguments.get(0);
        boolean isKnown = isConstant
                && call.callee().isSpecialized()
                && bodies.apply(call.callee()).isPresent();
        return isKnown
                ? helper(call.callee(), activeArguments, Form.PLAIN)
                : FunctionTangents.tangent(call, activeArguments);
    }

    private static Choice ruled(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        return callee.rules()
                .covering(callee, activeArguments)
                .map(rule -> new Choice(rule.method(), rule.active()))
                .orElseThrow(() -> new Refusal(
                        Code.NoTangent,
                        "no rule for " + callee.owner() + "." + callee.name() + " has a tangent for "
                                + arguments(activeArguments) + " of this call",
                        "write one: " + RuleSkeleton.of(callee, activeArguments),
                        call.span()));
    }

    /** {@code argument 2}, or {@code each of the arguments 1, 3}: those that are active. */
    private static String arguments(List<Boolean> active) {
        List<String> numbers = IntStream.range(0, active.size())
                .filter(active::get)
                .mapToObj(i -> String.valueOf(i + 1))
                .toList();
        return numbers.size() == 1
                ? "argument " + numbers.get(0)
                : "each of the arguments " + String.join(", ", numbers);
    }

    private Form form(Expr.Call call) {
        if (call.callee().invocation() != Callee.Invocation.VIRTUAL) {
            return Form.PLAIN;
        }
        if (call.arguments().get(0).type() instanceof FunctionType) {
            return Form.PLAIN; // a dual form has the methods of its interface
        }
        Dispatch dispatch = dispatch(call.callee());
        if (!isThere(call)) {
            return dispatch.isLeftToTangent() ? formOnAnyObject(call.callee()) : present(call.callee());
        }
        // The class of the receiver was seen to where the tangent of an annotated method began: it is a known one.
        boolean runsThis = dispatch.overriders().isEmpty() && dispatch.isComplete();
        return runsThis ? Form.PLAIN : formOnAnyObject(call.callee());
    }

    /** Whether the receiver of a call, if it has one, cannot be {@code null}: it is that of the method in which the call stands. */
    private static boolean isThere(Expr.Call call) {
        return call.callee().isStatic()
                || (call.arguments().get(0) instanceof Expr.Read read
                        && read.local().isReceiver());
    }

    /** The form of a method that no other overrides, on an object that may be {@code null}. */
    private Form present(Callee callee) {
        return bodies.apply(callee).filter(NullReceivers::areUnnoticed).isPresent() ? Form.PRESENT : Form.PLAIN;
    }

    /** The form that is right whatever the class of the receiver is. */
    Form formOnAnyObject(Callee callee) {
        Dispatch dispatch = dispatch(callee);
        if (!dispatch.isLeftToTangent()) {
            return Form.PLAIN;
        }
        return dispatch.overriders().isEmpty() ? Form.GUARDED : Form.DISPATCHING;
    }

    private Dispatch dispatch(Callee callee) {
        return bodies.apply(callee).map(Method::dispatch).orElse(Dispatch.NONE);
    }

    Choice helper(Callee callee, List<Boolean> pattern, Form form) {
        Request request = request(callee, pattern, form, names.helper(stem(callee)), false);
        return new Choice(withTangents(sibling, request.name(), callee, pattern), pattern);
    }

    /** {@code area}, or {@code areaOfCircle} for a method of another class, of which there may be more. */
    private String stem(Callee callee) {
        boolean isOfOtherClass =
                !callee.isStatic() && !callee.isSpecialized() && !callee.owner().equals(owner);
        return isOfOtherClass ? callee.name() + "Of" + callee.owner().simpleName() : callee.name();
    }

    private Choice annotated(Expr.Call call, List<Boolean> activeArguments) {
        Callee callee = call.callee();
        for (int i = 0; i < activeArguments.size(); i++) {
            if (activeArguments.get(i) && !callee.active().get(i)) {
                throw new Refusal(
                        Code.NoTangent,
                        "argument " + (i + 1) + " of " + callee.name()
                                + " is active, but the parameter is marked @Constant, so its derivative would be lost",
                        "remove @Constant from that parameter of " + callee.name(),
                        call.span());
            }
        }
        boolean fewer = !activeArguments.equals(callee.active());
        if (fewer && callee.owner().sameTopLevel(owner) && bodies.apply(callee).isPresent()) {
            return helper(callee, activeArguments, form(call));
        }
        if (callee.invocation() != Callee.Invocation.SUPER) {
            return annotated(callee, CheckedShapes.unchecked(callee));
        }
        Optional<Method> body = bodies.apply(callee);
        boolean isDispatched =
                body.map(source -> !source.dispatch().overriders().isEmpty()).orElse(true);
        boolean isNear = body.isPresent() && callee.owner().packageName().equals(owner.packageName());
        if (isDispatched && !isNear) {
            throw new Refusal(
                    Code.NoTangent,
                    "super." + callee.name() + " is a method of " + callee.owner()
                            + ", whose tangent for super calls serves its package and compilation alone",
                    "compile the two classes together, in one package, or write what it does here",
                    call.span());
        }
        return annotated(callee, isDispatched ? withoutDispatch(callee.name()) : CheckedShapes.unchecked(callee));
    }

    /** The tangent method of an annotated one, under a name. */
    Choice annotated(Callee callee, String name) {
        Callee target = withTangents(names.siblingOf(callee.owner()), name, callee, callee.active());
        origins.put(target.signature(), callee);
        return new Choice(target, callee.active());
    }

    /** The form of a tangent that serves {@code super} calls: it does not look at the class of the receiver. */
    static String withoutDispatch(String name) {
        return name + "WithoutDispatch";
    }

    /** Has a method under a name that others know, for a pattern of active arguments. */
    Request provide(Callee callee, List<Boolean> pattern, String name) {
        Request request = new Request(callee, pattern, Form.PLAIN, name, false);
        requests.put(new Key(callee.signature(), pattern, Form.PLAIN, callee.rules(), false), request);
        return request;
    }

    private Request request(Callee callee, List<Boolean> pattern, Form form, String stem, boolean isCopy) {
        // A copy computes values alone, which no rule changes.
        RuleSet rules = isCopy ? RuleSet.NONE : callee.rules();
        return requests.computeIfAbsent(new Key(callee.signature(), pattern, form, rules, isCopy), key -> {
            Request request = new Request(callee, pattern, form, freshName(stem), isCopy);
            open.add(request);
            return request;
        });
    }

    private String freshName(String stem) {
        String name = stem;
        for (int i = 2; !takenNames.add(name); i++) {
            name = stem + i;
        }
        return name;
    }

    private static Callee withTangents(ClassType owner, String name, Callee callee, List<Boolean> pattern) {
        List<Type> types = TangentSignature.parameters(callee.parameterTypes(), pattern);
        return new Callee(
                owner,
                name,
                types,
                callee.tangentResult(),
                Callee.Kind.TANGENT,
                marks(pattern.size(), types.size()),
                false,
                invocation(callee));
    }

    /** That a tangent method is one of a constructor, which gives a tangent alone, is still to be seen. */
    static Callee.Invocation invocation(Callee source) {
        return source.invocation() == Callee.Invocation.NEW ? Callee.Invocation.NEW : Callee.Invocation.STATIC;
    }

    /** Which parameters of a tangent method are tangents: all after those of the original. */
    static List<Boolean> marks(int originals, int parameters) {
        return IntStream.range(0, parameters).mapToObj(i -> i >= originals).toList();
    }

    private static Callee tangentCallee(ClassType owner, String name, List<Type> types, Type result) {
        return new Callee(
                owner, name, types, result, Callee.Kind.TANGENT, Collections.nCopies(types.size(), false), false);
    }
}
