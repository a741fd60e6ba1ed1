package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Table;
import io.github.pushforward.processor.ir.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tangent class of one class, as IR.
 *
 * @param owner the class that it belongs to
 * @param tangents for each differentiable method that could be differentiated, its source and its tangent
 * @param helpers private methods: tangents and copies of what those call
 * @param tables copies of private static fields, each after those that it is computed from
 * @param aggregate the class itself, where its objects may hold active values
 */
public record Sibling(
        ClassType owner,
        List<Tangent> tangents,
        List<Method> helpers,
        List<Table> tables,
        Optional<Aggregate> aggregate) {

    /** The methods that can be run pass after pass, as gradients and Jacobians do. */
    public List<Tangent> repeatable() {
        return tangents.stream().filter(Tangent::isRepeatable).toList();
    }

    /** The form of a method that serves calls by {@code super}, where it has one. */
    public Optional<Method> withoutDispatch(Tangent tangent) {
        String name = CalleeTangents.withoutDispatch(tangent.source().name());
        return helpers.stream()
                .filter(helper -> helper.access() != Access.PRIVATE
                        && helper.name().equals(name)
                        && helper.callee()
                                .parameterTypes()
                                .equals(tangent.tangent().callee().parameterTypes()))
                .findFirst();
    }

    /** The classes that its code names, as far as that is by the types of variables and calls. */
    public Set<ClassType> classes() {
        Set<ClassType> classes = new LinkedHashSet<>();
        Stream.concat(tangents.stream().map(Tangent::tangent), helpers.stream()).forEach(method -> {
            method.parameters().forEach(parameter -> add(parameter.local().type(), classes));
            method.body().subtree().stream()
                    .filter(Stmt.Declare.class::isInstance)
                    .forEach(declare -> add(((Stmt.Declare) declare).local().type(), classes));
            method.body().allExpressions().forEach(expression -> {
                add(expression.type(), classes);
                if (expression instanceof Expr.Call call) {
                    classes.add(call.callee().owner());
                }
            });
        });
        aggregate.ifPresent(type -> {
            Stream.concat(Stream.ofNullable(type.superclass()), type.interfaces().stream())
                    .forEach(above -> classes.add(above.sibling("Tangent")));
            type.subclasses().forEach(below -> classes.add(below.sibling("Tangent")));
            type.all().forEach(component -> add(component.type().tangentType(), classes));
        });
        return classes;
    }

    private static void add(Type type, Set<ClassType> classes) {
        if (type.elementType() instanceof ClassType named) {
            classes.add(named);
        }
    }

    /** The lint warnings that generated code would repeat after the originals, in a fixed order. */
    public Set<String> lints() {
        Set<String> lints = new TreeSet<>();
        aggregate.ifPresent(type -> lints.addAll(type.lints()));
        tangents.forEach(tangent -> lints.addAll(tangent.source().lints()));
        helpers.forEach(helper -> lints.addAll(helper.lints()));
        tables.forEach(table -> lints.addAll(table.lints()));
        return lints;
    }

    /**
     * A differentiable method and what became of it.
     *
     * @param source the original; its functional parameters as gradients take them
     * @param tangent of the name of the source, or of another where one of that name is to check the shapes of tangents first
     * @param written by index, the parameters whose arrays the method may write to
     * @param passes what passes over it do with its inputs
     */
    public record Tangent(Method source, Method tangent, List<Boolean> written, Passes passes) {

        /** Whether a second run does what the first did, because the method writes to nothing that lasts. */
        public boolean isRepeatable() {
            return passes.areRepeatable();
        }

        /** Whether it can be run at other points than that of its arguments. */
        public boolean isMovable() {
            return passes.areMovable();
        }

        /** The inputs that cannot be made again, and that no pass writes to. */
        public Set<Parameter> kept() {
            return passes.kept();
        }
    }
}
