package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Span;

/** How a number is made of what carries no derivative, and where. */
record Rebuilt(String what, Span span) {}
