package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.LaneType;
import io.github.pushforward.processor.ir.Type;
import java.util.List;

/**
 * In which form generated classes hold tangents of objects.
 *
 * @param directions along how many directions at once
 */
record TangentForm(int directions) {
    /** What users see: one direction. */
    static final TangentForm SINGLE = new TangentForm(1);

    boolean isSingle() {
        return directions == 1;
    }

    /** The class of the tangents of an active class. */
    ClassName classOf(ClassType active) {
        ClassType single = (ClassType) active.tangentType();
        return TypeNames.of(isSingle() ? single : LaneType.of(single, directions));
    }

    /** The type of a tangent that is a reference. */
    Type typeOf(Type type) {
        Type single = type.tangentType();
        return isSingle() ? single : LaneType.ofReference(single, directions);
    }

    /** What becomes of a component: as many numbers as there are directions, or one reference. */
    List<String> parts(Aggregate.Component component) {
        return isSingle()
                ? List.of(component.name())
                : LaneType.parts(component.name(), component.type().tangentType(), directions);
    }

    /** The type of each of the parts. */
    Type typeOfPart(Aggregate.Component component) {
        Type tangent = component.type().tangentType();
        return tangent.isFloating() ? tangent : typeOf(component.type());
    }
}
