package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Span;

/** An array without a tangent into which an active value is put, and where. */
record Leak(String array, Span span) {}
