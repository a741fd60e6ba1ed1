package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Method;

/**
 * A tangent method along as many directions as the view asks for: {@link RowTransform}.
 *
 * @param rows how many rows of numbers it needs beside its arguments
 */
public record RowForm(Method method, int rows) {}
