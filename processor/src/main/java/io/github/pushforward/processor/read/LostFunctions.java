package io.github.pushforward.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Why a function that is made in a method cannot go where it goes, and what to do: what it captures would lose its derivative there. */
final class LostFunctions {
    private static final String CHOOSE =
            "keep each function in a local variable, choose by ? : or switch which to call, or write "
                    + "methods of this class in their place";

    private final BodyContext context;

    LostFunctions(BodyContext context) {
        this.context = context;
    }

    /** @param function the function, or what puts it there */
    Refusal inArray(Tree function) {
        return lost("a function is put into an array, where nothing is known of what it captures", CHOOSE, function);
    }

    Refusal inField(Tree function) {
        return lost(
                "a function is put into a field, where nothing is known of what it captures",
                "hand it to the methods that call it as a parameter, or write a class marked @Differentiable that has what it "
                        + "captures in fields, and a method in its place",
                function);
    }

    Refusal inNewObject(TypeElement type, Tree function) {
        return lost(
                "a function is handed to the constructor of " + type.getSimpleName()
                        + ", and nothing is known in the object of what it captures",
                "mark " + type.getSimpleName()
                        + " @Differentiable where it is yours, and let it keep what the function captures "
                        + "and have a method in its place",
                function);
    }

    /** Compared, say, or made into text. */
    Refusal asObject(IdentifierTree function) {
        return lost(
                function.getName()
                        + " is a function that is made in this method, and is used here as an object, of which "
                        + "nothing is known",
                "call it, hand it to a method of this class or one marked @Differentiable, or choose by ? : or switch",
                function);
    }

    /**
     * A function for a method that is not differentiated for it.
     *
     * @param hasTangent whether it is differentiated, if not for functions of this kind
     */
    Refusal handedTo(ExecutableElement method, Tree function, boolean hasTangent) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String name = function instanceof IdentifierTree ? "the function " + function : Constructs.describe(function);
        String handed = name + " is handed to " + method.getSimpleName() + " of " + owner;
        if (hasTangent) {
            return lost(
                    handed + " as an object of a type that has no dual form",
                    "declare that parameter with a functional interface over double, double[] or active classes, such as "
                            + "DoubleUnaryOperator",
                    function);
        }
        if (keepsAnything(method)) {
            return lost(handed + ", which keeps objects, and nothing of what they capture", CHOOSE, function);
        }
        String rest = ", which is not differentiated for the functions it gets";
        return context.functionTypes().hasBody(method)
                ? lost(
                        handed + rest,
                        "annotate " + method.getSimpleName()
                                + " with @Differentiable, or write what it does in a method of this " + "class",
                        function)
                : lost(
                        handed + rest,
                        "write a loop, or a method of this class that does what " + method.getSimpleName() + " does",
                        function);
    }

    /** Whether some parameter takes whatever it is given: those of collections do. */
    private static boolean keepsAnything(ExecutableElement method) {
        return method.getParameters().stream().anyMatch(parameter -> AnyObject.isTaken(parameter.asType()));
    }

    private Refusal lost(String what, String advice, Tree place) {
        return context.refuse(Code.UnsupportedExpression, what, advice, place);
    }
}
