package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Table;
import java.util.List;
import java.util.Optional;

/**
 * The second-order class of one class, as IR: its tangent methods, differentiated once more.
 *
 * @param owner the class that it belongs to
 * @param twices for each method of order 2, what became of it
 * @param helpers private methods: derivatives and copies of what those call
 * @param tables copies of private static fields, each after those that it is computed from
 */
public record SecondOrder(ClassType owner, List<Twice> twices, List<Method> helpers, List<Table> tables) {

    public SecondOrder {
        twices = List.copyOf(twices);
        helpers = List.copyOf(helpers);
        tables = List.copyOf(tables);
    }

    /** What became of a method; nothing for one of order 1. */
    public Optional<Twice> of(Sibling.Tangent tangent) {
        return twices.stream()
                .filter(twice ->
                        twice.first().source().callee().equals(tangent.source().callee()))
                .findFirst();
    }

    /**
     * A method that is differentiated twice.
     *
     * @param first what became of it at first
     * @param alongConstants the derivative where the first direction is a constant, as it is where someone chooses both
     * @param alongTangents the derivative where the first direction is a function of the inputs as well, as it is in what calls
     *     the method; nothing where the other one is that already
     */
    public record Twice(Sibling.Tangent first, Form alongConstants, Optional<Form> alongTangents) {}

    /**
     * A derivative of a tangent method: its parameters, then a tangent of each active one along the second direction. The variables that
     * it marks as shadows are those along the second direction.
     *
     * @param active which parameters of the tangent method are active
     */
    public record Form(Method method, List<Boolean> active) {

        public Form {
            active = List.copyOf(active);
        }
    }
}
