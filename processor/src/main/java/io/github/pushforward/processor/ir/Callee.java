package io.github.pushforward.processor.ir;

import java.util.Collections;
import java.util.List;

/**
 * The method that a call names, resolved to one signature. The receiver of an instance method is its first parameter, and
 * the first argument of a call.
 *
 * @param owner the class that declares it
 * @param active for an annotated method, which parameters its tangent method takes tangents for, and for one with custom
 *     rules, which have a tangent in any of them; else all {@code false}
 * @param isPrivate whether a sibling class cannot call it
 * @param invocation how the method to run is found
 * @param rules for a method with custom rules, and for a helper, whose calls they hold for as well: the rules that hold
 *     where it is called
 * @param variant tells apart the forms of one method that are made for known functions or for the class that calls it; empty for
 *     the method itself
 * @param hasSource whether it is of this compilation, where its source could be changed
 */
public record Callee(
        ClassType owner,
        String name,
        List<Type> parameterTypes,
        Type result,
        Kind kind,
        List<Boolean> active,
        boolean isPrivate,
        Invocation invocation,
        RuleSet rules,
        String variant,
        boolean hasSource) {

    /** How the derivative of a call is found. */
    public enum Kind {
        /** A custom rule stands for it. */
        RULE,
        /** A function of {@code Math} or the like: the rule table has its derivative. */
        MATH,
        /** Marked {@code @Differentiable}: it has a tangent method of its own. */
        ANNOTATED,
        /** Marked {@code @Differentiable}, but compiled without the processor: it has no tangent method. */
        UNPROCESSED,
        /** The method of a function: its dual form gives the derivative, where the function has one. */
        FUNCTION,
        /** A method of the same top-level class, not annotated: differentiated along with its caller. */
        HELPER,
        /** Anything else: callable with values, without a derivative. */
        FOREIGN,
        /** A method of another class that is known only to read what it is given. */
        READING,
        /** A method of another class that assigns to fields or arrays: what it is given may outlive the call. */
        KEEPING,
        /** A generated tangent method or a helper of the runtime: appears in differentiated code alone. */
        TANGENT
    }

    /** How the method to run is found. */
    public enum Invocation {
        /** By its class: there is no receiver. */
        STATIC,
        /** By the class of the receiver. */
        VIRTUAL,
        /** As {@code super.m()}: on the receiver, but not by its class. No other class can make such a call. */
        SUPER,
        /** As {@code new C()}: a method that gives the object, and whose tangent method gives the tangent of that alone. */
        NEW
    }

    public Callee {
        parameterTypes = List.copyOf(parameterTypes);
        active = List.copyOf(active);
    }

    /** A method as it is where no custom rules hold. */
    public Callee(
            ClassType owner,
            String name,
            List<Type> parameterTypes,
            Type result,
            Kind kind,
            List<Boolean> active,
            boolean isPrivate,
            Invocation invocation) {
        this(owner, name, parameterTypes, result, kind, active, isPrivate, invocation, RuleSet.NONE, "", false);
    }

    /** A static method. */
    public Callee(
            ClassType owner,
            String name,
            List<Type> parameterTypes,
            Type result,
            Kind kind,
            List<Boolean> active,
            boolean isPrivate) {
        this(owner, name, parameterTypes, result, kind, active, isPrivate, Invocation.STATIC);
    }

    /** The method as a call sees it whose arguments say more of the result than the declaration does. */
    public Callee withResult(Type type) {
        return new Callee(
                owner, name, parameterTypes, type, kind, active, isPrivate, invocation, rules, variant, hasSource);
    }

    /** The method as a call sees it whose receiver says more of the parameters than the declaration does. */
    public Callee withParameters(List<Type> types) {
        return new Callee(owner, name, types, result, kind, active, isPrivate, invocation, rules, variant, hasSource);
    }

    /** The same method, of which it is known whether its source is there. */
    public Callee withSource(boolean isThere) {
        return new Callee(
                owner, name, parameterTypes, result, kind, active, isPrivate, invocation, rules, variant, isThere);
    }

    /** Whether it is a method of the platform, whose classes nobody annotates. */
    public boolean isOfPlatform() {
        return owner.packageName().startsWith("java.");
    }

    /** The same method, called where custom rules hold: they win over every other way to its derivative. */
    public Callee under(RuleSet others) {
        // A rule would call the method on the object, and so the one that overrides it.
        boolean isRuled = invocation != Invocation.SUPER
                && !isSpecialized()
                && !others.of(this).isEmpty();
        return isRuled ? with(Kind.RULE, others.active(this), others) : within(others);
    }

    /** The same method, whose own calls follow custom rules if it is differentiated along. */
    public Callee within(RuleSet others) {
        return kind == Kind.HELPER ? with(kind, active, others) : this;
    }

    private Callee with(Kind newKind, List<Boolean> newActive, RuleSet newRules) {
        return new Callee(
                owner,
                name,
                parameterTypes,
                result,
                newKind,
                newActive,
                isPrivate,
                invocation,
                newRules,
                variant,
                hasSource);
    }

    /**
     * A form of a method that is made for known functions: it takes what they capture in their place. No other class has
     * it, so that it is written down wherever it is called.
     */
    public static Callee specialized(
            ClassType owner, String name, List<Type> parameterTypes, Type result, RuleSet rules, String variant) {
        return specialized(owner, name, parameterTypes, result, Invocation.STATIC, rules, variant);
    }

    /** A constructor as a method, of which the same holds. */
    public static Callee constructor(
            ClassType owner, String name, List<Type> parameterTypes, ClassType result, RuleSet rules, String variant) {
        return specialized(owner, name, parameterTypes, result, Invocation.NEW, rules, variant);
    }

    private static Callee specialized(
            ClassType owner,
            String name,
            List<Type> parameterTypes,
            Type result,
            Invocation invocation,
            RuleSet rules,
            String variant) {
        return new Callee(
                owner,
                name,
                parameterTypes,
                result,
                Kind.HELPER,
                Collections.nCopies(parameterTypes.size(), false),
                true,
                invocation,
                rules,
                variant,
                true);
    }

    /** What its tangent method returns: the result with its tangent, where it has one. */
    public Type tangentResult() {
        if (invocation == Invocation.NEW) {
            return result.tangentType();
        }
        return TangentSignature.result(result);
    }

    /**
     * A method without a body as a class calls it that knows what implements it: differentiated along with its caller, it goes
     * to the implementations that this class knows.
     *
     * @param caller tells apart the callers that know others
     */
    public Callee implementedFor(String caller, RuleSet rulesThere) {
        return new Callee(
                owner,
                name,
                parameterTypes,
                result,
                Kind.HELPER,
                active,
                isPrivate,
                invocation,
                rulesThere,
                caller,
                hasSource);
    }

    /** The same form for a function, which is asked for where the function is a constant. */
    public Callee asFunction() {
        return new Callee(
                owner,
                name,
                parameterTypes,
                result,
                Kind.FUNCTION,
                active,
                isPrivate,
                invocation,
                rules,
                variant + " of a constant",
                hasSource);
    }

    /** Whether it is a form of a method that is made for known functions, or for a class that calls it. */
    public boolean isSpecialized() {
        return !variant.isEmpty();
    }

    public boolean isStatic() {
        return invocation == Invocation.STATIC || invocation == Invocation.NEW;
    }

    /**
     * What identifies the method: two calls of one method have equal signatures. A class may have both {@code m(C)}, static, and
     * {@code m()} of its objects.
     */
    public String signature() {
        return owner.canonicalName() + "#" + (isStatic() ? "" : "this.") + name + parameterTypes + variant;
    }
}
