package io.github.pushforward.processor.ir;

import java.util.Optional;

/** Which objects can be made again. */
public interface Rebuilds {

    /** What keeps a value from being copied so that the copy may be written to: parts that never change may stay as they are. */
    Optional<Obstacle> toCopy(Type type);

    /** What keeps a value from being made with other numbers. */
    Optional<Obstacle> toMove(Type type);
}
