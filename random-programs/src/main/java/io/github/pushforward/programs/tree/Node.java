package io.github.pushforward.programs.tree;

/** A part of a program: a record whose components are parts, lists of parts, and plain values. */
public interface Node {}
