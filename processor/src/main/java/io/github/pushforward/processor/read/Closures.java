package io.github.pushforward.processor.read;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Expressions whose value is a function of known code. */
final class Closures {
    /** Functions made by functions, without end, would need bodies without end. */
    private static final int DEEPEST = 16;

    private final BodyContext context;

    Closures(BodyContext context) {
        this.context = context;
    }

    boolean isFunction(@Nullable Tree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return isFunction(parenthesized.getExpression());
        }
        if (tree instanceof TypeCastTree cast) {
            return isFunction(cast.getExpression());
        }
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return context.scope().function(name).isPresent() || name.equals("this") && isKnownThis();
        }
        return needsTarget(tree) || tree instanceof NewClassTree object && object.getClassBody() != null;
    }

    private boolean isKnownThis() {
        return context.situation().object() != null;
    }

    /** Whether the type of a function is that of what it is assigned to. */
    static boolean needsTarget(@Nullable Tree tree) {
        return tree instanceof ParenthesizedTree parenthesized
                ? needsTarget(parenthesized.getExpression())
                : tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
    }

    /**
     * The function that an expression is.
     *
     * @param target what it is assigned to; nothing where it stands by itself
     * @param name what to call it
     */
    Closure of(Tree tree, @Nullable Type target, String name) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return of(parenthesized.getExpression(), target, name);
        }
        if (tree instanceof TypeCastTree cast) {
            Type type = context.functionType(cast.getType());
            return of(cast.getExpression(), type, name).seenAs(type);
        }
        if (tree instanceof IdentifierTree identifier) {
            Closure known = known(identifier.getName().toString());
            return target == null ? known : known.seenAs(target);
        }
        if (tree instanceof NewClassTree object) {
            Closure made = anonymous(object, target, name);
            return target == null ? made : made.seenAs(target);
        }
        TypeElement type = context.members()
                .classOf(target)
                .filter(element -> context.functionTypes().method(element).isPresent())
                .orElseThrow(() -> context.refuse(
                        Code.UnsupportedExpression,
                        Constructs.describe(tree) + " is not supported here",
                        Constructs.advice(tree),
                        tree));
        return made(tree, target, name);
    }

    private Closure known(String name) {
        ThisObject object = context.situation().object();
        return name.equals("this") && object != null
                ? object.closure().seenAs(context.irTypes().of(object.seenAs()))
                : context.scope().function(name).orElseThrow();
    }

    private Closure anonymous(NewClassTree tree, @Nullable Type target, String name) {
        boolean isDiamond = tree.getIdentifier() instanceof ParameterizedTypeTree generic
                && generic.getTypeArguments().isEmpty();
        Type supertype = isDiamond && target != null ? target : context.functionType(tree.getIdentifier());
        TypeElement type = context.members()
                .classOf(supertype)
                .orElseThrow(() -> context.unresolved("the type " + tree.getIdentifier(), tree));
        boolean isPlain = tree.getArguments().isEmpty() && tree.getEnclosingExpression() == null;
        if (!isPlain || !context.functionTypes().isMadeInSilence(type)) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "an anonymous class whose constructor takes arguments or does something, as that of "
                            + type.getSimpleName() + ", is not supported in a @Differentiable method",
                    "extend an interface, or a class of this compilation without state",
                    tree);
        }
        for (Tree member : tree.getClassBody().getMembers()) {
            requireStateless(member);
        }
        return made(tree, supertype, name);
    }

    /** The object never exists in generated code: it has no place for state. */
    private void requireStateless(Tree member) {
        if (member instanceof VariableTree || member instanceof BlockTree) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a field or an initializer of an anonymous class is not supported in a @Differentiable method",
                    "use a local variable of the method around the class",
                    member);
        }
    }

    private Closure made(Tree tree, Type supertype, String name) {
        Situation situation = context.situation();
        if (situation.depth() >= DEEPEST) {
            throw context.refuse(
                    Code.UnsupportedExpression,
                    "a function is made inside a function made here, and so on: that is not supported in a "
                            + "@Differentiable method",
                    "write a loop",
                    tree);
        }
        BodyContext home = context.snapshot();
        Closure.Code code = new Closure.Code(
                situation.variants().idOf(tree, situation.variant()),
                situation.depth() + 1,
                supertype,
                tree,
                name,
                home,
                Captures.in(tree, context, context.functionTypes().elements()));
        return new Closure(code, code.captures(), supertype);
    }

    /** Whether a function, written down as an argument, fits a parameter as far as overload resolution looks at it. */
    boolean mayBe(Tree tree, TypeElement parameter) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return mayBe(parenthesized.getExpression(), parameter);
        }
        Optional<ExecutableElement> method = context.functionTypes().method(parameter);
        return method.isPresent()
                && (!(tree instanceof LambdaExpressionTree lambda)
                        || lambda.getParameters().size()
                                == method.get().getParameters().size());
    }

    /** The name of a type without its arguments and annotations. */
    static ExpressionTree typeName(Tree type) {
        if (type instanceof ParameterizedTypeTree generic) {
            return typeName(generic.getType());
        }
        return type instanceof AnnotatedTypeTree annotated
                ? typeName(annotated.getUnderlyingType())
                : (ExpressionTree) type;
    }
}
