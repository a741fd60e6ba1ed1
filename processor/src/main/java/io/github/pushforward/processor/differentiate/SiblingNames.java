package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.report.Refusal;
import java.util.Optional;

/** What a generated class and its methods are called, and those of other classes that it calls. */
interface SiblingNames {

    /** The generated class. */
    ClassType sibling();

    /** The generated class that belongs to another class. */
    ClassType siblingOf(ClassType owner);

    /** The stem for a method that is differentiated along. */
    String helper(String method);

    /** What to say of a call of generated or hand-written derivatives that have none in turn; nothing for other calls. */
    Optional<Refusal> refusal(Expr.Call call);

    /** {@code *Tangent} classes. */
    record OfTangents(ClassType owner) implements SiblingNames {
        @Override
        public ClassType sibling() {
            return siblingOf(owner);
        }

        @Override
        public ClassType siblingOf(ClassType other) {
            return other.sibling("Tangent");
        }

        @Override
        public String helper(String method) {
            return method + "Tangent";
        }

        @Override
        public Optional<Refusal> refusal(Expr.Call call) {
            return Optional.empty();
        }
    }
}
