package io.github.pushforward.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A chain of calls that begins with a stream over numbers, as the source has it.
 *
 * @param owner the class whose static method makes the stream
 * @param source the call of that method
 * @param calls the calls on the stream, in order
 */
record PipelineSyntax(String owner, Call source, List<Call> calls) {
    private static final String ARRAYS = "java.util.Arrays";
    private static final Set<String> OWNERS = Set.of(
            ARRAYS, "java.util.stream.DoubleStream", "java.util.stream.IntStream", "java.util.stream.LongStream");

    /** One call of the chain, without what it is called on. */
    record Call(String name, List<? extends ExpressionTree> arguments, Tree place) {
        /** The name and the number of arguments, which tell the operations of streams apart. */
        String form() {
            return name + "/" + arguments.size();
        }
    }

    /** The chain; nothing where something else is called. */
    static Optional<PipelineSyntax> of(MethodInvocationTree tree, BodyContext context) {
        List<Call> calls = new ArrayList<>();
        ExpressionTree at = tree;
        while (at instanceof MethodInvocationTree call) {
            Optional<String> owner = owner(call.getMethodSelect(), context);
            Call read = new Call(
                    MemberReader.simpleName(call.getMethodSelect()), call.getArguments(), call.getMethodSelect());
            boolean makesStream = owner.isPresent()
                    && (!owner.get().equals(ARRAYS) || read.name().equals("stream"));
            if (makesStream) {
                Collections.reverse(calls);
                return Optional.of(new PipelineSyntax(owner.get(), read, calls));
            }
            if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
                return Optional.empty();
            }
            calls.add(read);
            at = withoutParentheses(select.getExpression());
        }
        return Optional.empty();
    }

    private static ExpressionTree withoutParentheses(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized
                ? withoutParentheses(parenthesized.getExpression())
                : tree;
    }

    /** The class of a static method that makes a stream. */
    private static Optional<String> owner(ExpressionTree select, BodyContext context) {
        Optional<TypeElement> type = select instanceof MemberSelectTree member
                ? ofClass(member.getExpression(), context)
                : ofImport(((IdentifierTree) select).getName().toString(), context);
        return type.map(found -> found.getQualifiedName().toString()).filter(OWNERS::contains);
    }

    private static Optional<TypeElement> ofClass(ExpressionTree qualifier, BodyContext context) {
        return isVariable(qualifier, context)
                ? Optional.empty()
                : context.names().type(qualifier);
    }

    /** The class of a method that is called by its name alone. */
    private static Optional<TypeElement> ofImport(String name, BodyContext context) {
        ThisObject object = context.situation().object();
        boolean isOfObject = object != null && object.withMethod(name, context).isPresent();
        return isOfObject
                ? Optional.empty()
                : context.names().methods(name).stream().findFirst().map(method ->
                        (TypeElement) method.getEnclosingElement());
    }

    private static boolean isVariable(ExpressionTree tree, BodyContext context) {
        if (!(tree instanceof IdentifierTree identifier)) {
            return false;
        }
        String name = identifier.getName().toString();
        return context.scope().find(name).isPresent()
                || context.names().field(name).isPresent();
    }

    /** Everything that the calls are given, in order. */
    Stream<ExpressionTree> arguments() {
        return Stream.concat(Stream.of(source), calls.stream()).flatMap(call -> call.arguments().stream());
    }
}
