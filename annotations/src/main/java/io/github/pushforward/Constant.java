package io.github.pushforward;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter, a record component or a field that is data, not an input to differentiate with respect to: it gets no
 * tangent. What can never carry a derivative ({@code int}, {@code boolean}, {@code String} ...) is constant without it. A value that
 * depends on an active input and reaches something marked is a compile error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Constant {}
