package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Library;
import io.github.pushforward.processor.support.Refused;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stubs that Kotlin's annotation tool makes look like Java, and compute nothing. */
class KotlinTest {
    private static final String METADATA = """
            package kotlin;
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;
            @Retention(RetentionPolicy.RUNTIME)
            public @interface Metadata {
                int k() default 1;
            }
            """;

    private static final String HEAD = """
            package demo;
            import io.github.pushforward.Differentiable;
            """;

    @Test
    void aStub() {
        Refused.sources(METADATA, HEAD + """
                        @kotlin.Metadata(k = 2)
                        public final class ModelKt {
                            @Differentiable
                            public static final double «loss(double x) {
                                return 0.0;
                            }
                        }
                        """).with("UnsupportedMethod", "loss is a method of a Kotlin class");
    }

    @Test
    void aCompanion() {
        Refused.sources(METADATA, HEAD + """
                        @kotlin.Metadata
                        public final class Model {
                            public static final class Companion {
                                @Differentiable
                                public final double «loss(double x) {
                                    return 0.0;
                                }
                            }
                        }
                        """).with("UnsupportedMethod", "loss is a method of a Kotlin class");
    }

    @Test
    void anActiveClass() {
        Refused.sources(METADATA, HEAD + """
                        @Differentiable
                        @kotlin.Metadata
                        public final «class Point {
                            final double x = 0.0;
                        }
                        """).with("UnsupportedType", "Point is a Kotlin class");
    }

    /** Java that implements an interface of Kotlin: a stub's method is no body to differentiate along. */
    @Test
    void aHelper() {
        Refused.sources(METADATA, HEAD + """
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                return Model.half(x);
                            }
                            @kotlin.Metadata
                            static final class Model {
                                static double «half(double x) {
                                    return 0.0;
                                }
                            }
                        }
                        """).with("UnsupportedMethod", "half is a method of a Kotlin class");
    }

    /** A compiled one has no tangent: nothing can have generated it. */
    @Test
    void aCompiledCallee(@TempDir Path directory) {
        Library library = Library.unprocessed(directory, METADATA, """
                package lib;
                @kotlin.Metadata
                public final class Kt {
                    @io.github.pushforward.Differentiable
                    public static final double g(double x) {
                        return x * x;
                    }
                }
                """);

        assertThat(library.compile(HEAD + """
                                final class Demo {
                                    @Differentiable
                                    static double f(double x) {
                                        return lib.Kt.g(x);
                                    }
                                }
                                """).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(Locale.ROOT))
                        .startsWith("[NoTangent] lib.Kt.g is annotated, but was compiled without Pushforward"));
    }
}
