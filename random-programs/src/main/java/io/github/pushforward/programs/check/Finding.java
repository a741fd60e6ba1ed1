package io.github.pushforward.programs.check;

/**
 * Something that is not as it should be.
 *
 * @param kind what kind of thing: shrinking keeps it
 * @param detail what differed, with the figures
 */
public record Finding(String kind, String detail) {}
