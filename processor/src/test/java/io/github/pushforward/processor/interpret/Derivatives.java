package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.differentiate.LanePlan;
import io.github.pushforward.processor.differentiate.SecondOrder;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the methods of a corpus, ready to run. */
public final class Derivatives {
    private final Program program;
    private final List<Sibling> siblings;
    private final List<SecondOrder> seconds;
    private final LanePlan lanes;
    private final LanePlan indexSets;

    Derivatives(
            Program program, List<Sibling> siblings, List<SecondOrder> seconds, LanePlan lanes, LanePlan indexSets) {
        this.program = program;
        this.siblings = siblings;
        this.seconds = seconds;
        this.lanes = lanes;
        this.indexSets = indexSets;
        for (Sibling sibling : siblings) {
            ClassType tangents = sibling.owner().sibling("Tangent");
            sibling.tangents().forEach(tangent -> program.add(tangent.tangent()));
            sibling.helpers().forEach(program::add);
            sibling.tables().forEach(program::add);
            lanes.methods(tangents).forEach(program::add);
            indexSets.methods(tangents).forEach(program::add);
        }
        for (SecondOrder second : seconds) {
            for (SecondOrder.Twice twice : second.twices()) {
                program.add(twice.alongConstants().method());
                twice.alongTangents().ifPresent(form -> program.add(form.method()));
            }
            second.helpers().forEach(program::add);
            second.tables().forEach(program::add);
            lanes.methods(second.owner().sibling("SecondOrder")).forEach(program::add);
        }
    }

    public Program program() {
        return program;
    }

    public List<Sibling> siblings() {
        return siblings;
    }

    public List<SecondOrder> seconds() {
        return seconds;
    }

    public LanePlan lanes() {
        return lanes;
    }

    public LanePlan indexSets() {
        return indexSets;
    }

    /** Every method that is written down. */
    public Collection<Method> generated() {
        return program.methods();
    }

    public Stream<Sibling.Tangent> tangents() {
        return siblings.stream().flatMap(sibling -> sibling.tangents().stream());
    }

    public Method method(Callee callee) {
        Optional<Method> method = program.method(callee);
        return method.orElseThrow(() -> new BrokenIr("no method " + callee.signature()));
    }

    /** Calls the original, as it was compiled; its first argument is the receiver of an instance method. */
    @Nullable
    Object runOriginal(Method source, List<? extends @Nullable Object> arguments) {
        Callee callee = source.callee();
        boolean isStatic = callee.isStatic();
        int first = isStatic ? 0 : 1;
        return program.reflected.call(
                callee.owner(),
                callee.name(),
                callee.parameterTypes().subList(first, callee.parameterTypes().size()),
                isStatic ? null : arguments.get(0),
                List.copyOf(arguments.subList(first, arguments.size())));
    }
}
