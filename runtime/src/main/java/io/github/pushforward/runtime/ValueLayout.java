package io.github.pushforward.runtime;

/**
 * The layout of records whose numbers never change. Such a record is a value: where one occurs twice, its numbers are
 * written twice.
 *
 * @param <V> the class
 * @param <T> its tangent class
 */
public interface ValueLayout<V, T> extends ObjectLayout<V, T> {
    @Override
    default boolean isValue() {
        return true;
    }
}
