package io.github.pushforward.processor.interpret;

import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tangents along several directions at once: the numbers of arrays interleaved, objects with a number for each lane. */
final class LaneValues {
    private LaneValues() {}

    /** One value of the tangents along all directions: an array or an object. */
    static @Nullable Object joined(List<? extends @Nullable Object> tangents) {
        Object first = tangents.get(0);
        if (first == null) {
            return null;
        }
        int lanes = tangents.size();
        if (first instanceof TangentObject object) {
            TangentObject joined = new TangentObject(TangentClasses.ofLanes(object.type, lanes));
            for (String name : object.parts.keySet()) {
                List<@Nullable Object> parts = new ArrayList<>();
                tangents.forEach(tangent -> parts.add(((TangentObject) tangent).get(name)));
                if (parts.get(0) instanceof Number) {
                    for (int lane = 0; lane < lanes; lane++) {
                        joined.parts.put(name + lane, parts.get(lane));
                    }
                } else {
                    joined.parts.put(name, joined(parts));
                }
            }
            return joined;
        }
        int length = Array.getLength(first);
        boolean isOfNumbers = first.getClass().componentType().isPrimitive();
        Object joined = Array.newInstance(first.getClass().componentType(), isOfNumbers ? length * lanes : length);
        for (int i = 0; i < length; i++) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (Object tangent : tangents) {
                elements.add(Array.get(tangent, i));
            }
            if (!isOfNumbers) {
                Array.set(joined, i, joined(elements));
                continue;
            }
            for (int lane = 0; lane < lanes; lane++) {
                Array.set(joined, lanes * i + lane, elements.get(lane));
            }
        }
        return joined;
    }

    /** The tangent along one of the directions. */
    static @Nullable Object split(@Nullable Object joined, int lane, int lanes) {
        if (joined == null) {
            return null;
        }
        if (joined instanceof DualOf<?, ?> dual) {
            return new DualOf<>(split(dual.value(), lane, lanes), split(dual.tangent(), lane, lanes));
        }
        if (joined instanceof TangentObject object) {
            TangentObject one = new TangentObject(object.type);
            object.parts.forEach((name, part) -> {
                if (!(part instanceof Number)) {
                    one.parts.put(name, split(part, lane, lanes));
                } else if (name.endsWith(String.valueOf(lane))) {
                    one.parts.put(name.substring(0, name.length() - 1), part);
                }
            });
            return one;
        }
        int length = Array.getLength(joined);
        boolean isOfNumbers = joined.getClass().componentType().isPrimitive();
        if (isOfNumbers && length % lanes != 0) {
            throw new BrokenIr(length + " numbers for " + lanes + " lanes");
        }
        Object one = Array.newInstance(joined.getClass().componentType(), isOfNumbers ? length / lanes : length);
        for (int i = 0; i < Array.getLength(one); i++) {
            Array.set(
                    one,
                    i,
                    isOfNumbers ? Array.get(joined, lanes * i + lane) : split(Array.get(joined, i), lane, lanes));
        }
        return one;
    }
}
