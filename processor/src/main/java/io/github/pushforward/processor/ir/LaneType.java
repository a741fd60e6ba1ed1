package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The types of tangents along several directions. That of an object is a class like its tangent of one direction: a number has
 * W parts, one for each lane, an array holds its numbers interleaved by lane, and an object is one of such a class.
 */
public final class LaneType {
    private static final String TANGENT = "Tangent";

    private LaneType() {}

    /** {@code LogisticLanes} for {@code LogisticTangent}: the class of what has to do with several directions. */
    public static ClassType sibling(ClassType tangentClass) {
        String name = tangentClass.simpleName();
        String stem = name.endsWith(TANGENT) ? name.substring(0, name.length() - TANGENT.length()) : name;
        return ClassType.of(tangentClass.packageName(), stem + "Lanes");
    }

    /** {@code Vec3Lanes.Tangent4} for {@code Vec3Tangent}. */
    public static ClassType of(ClassType tangentClass, int lanes) {
        return ClassType.of(tangentClass.packageName(), sibling(tangentClass).simpleName(), TANGENT + lanes);
    }

    /** The type of what is one reference in every lane: an array, whose numbers are interleaved, or an object; any other type stays. */
    public static Type ofReference(Type tangent, int lanes) {
        if (tangent instanceof ArrayType array) {
            return new ArrayType(ofReference(array.component(), lanes));
        }
        return isTangentClass(tangent) ? of((ClassType) tangent, lanes) : tangent;
    }

    /** Whether a class may be that of the tangents of objects, by its name. */
    public static boolean isTangentClass(Type type) {
        return type instanceof ClassType named
                && named.simpleNames().size() == 1
                && named.arguments().isEmpty()
                && named.simpleName().endsWith(TANGENT);
    }

    /** The parts for a part of the tangent of one direction: {@code x0} to {@code x3} for a number {@code x}. */
    public static List<String> parts(String name, Type tangent, int lanes) {
        return tangent instanceof Primitive
                ? IntStream.range(0, lanes).mapToObj(lane -> part(name, lane)).toList()
                : List.of(name);
    }

    /** The part of a number in a lane. */
    public static String part(String name, int lane) {
        return name + lane;
    }
}
