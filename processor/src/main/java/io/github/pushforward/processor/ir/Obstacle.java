package io.github.pushforward.processor.ir;

/**
 * Why objects of a class cannot be made again.
 *
 * @param what what is in the way
 * @param advice what to do about it
 */
public record Obstacle(String what, String advice) {}
