package io.github.pushforward.processor.read;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;

/** A function that a stream is given. */
sealed interface StageFunction {

    /** One whose code is known. */
    record Known(Closure closure) implements StageFunction {
        @Override
        public String parameterName(int index, String otherwise) {
            if (closure.code().tree() instanceof LambdaExpressionTree lambda) {
                String name = lambda.getParameters().get(index).getName().toString();
                return name.isEmpty() ? otherwise : name;
            }
            return otherwise;
        }
    }

    /**
     * One that is the value of a variable.
     *
     * @param type the interface that the stream asks for
     */
    record Given(Expr value, ClassType type, Tree place) implements StageFunction {
        @Override
        public String parameterName(int index, String otherwise) {
            return otherwise;
        }
    }

    /** What it calls a parameter, if that can be seen. */
    String parameterName(int index, String otherwise);
}
