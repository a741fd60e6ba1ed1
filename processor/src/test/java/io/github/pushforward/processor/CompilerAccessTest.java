package io.github.pushforward.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.support.Compiled;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** The environments that build tools put before that of javac, from which {@code Trees.instance} alone gets nothing. */
class CompilerAccessTest {
    private static final String SPHERE = """
            package demo;
            import io.github.pushforward.Differentiable;
            final class Sphere {
                @Differentiable
                static double area(double x) {
                    return x * x;
                }
            }
            """;

    /** IntelliJ: a dynamic proxy, whose handler keeps what it stands for. */
    @Test
    void aProxyWithTheEnvironmentInItsHandler() {
        assertGenerates(environment -> proxy(new Forwarding(environment)));
    }

    /** As the handlers of IntelliJ are: the field is a superclass's, and there are others before it. */
    @Test
    void aProxyWhoseHandlerInheritsTheField() {
        assertGenerates(environment -> proxy(new Named("javac", environment)));
    }

    /** Gradle: a class with a delegate. */
    @Test
    void aWrapper() {
        assertGenerates(Wrapper::new);
    }

    @Test
    void wrappersOfProxiesOfWrappers() {
        assertGenerates(environment -> new Wrapper(proxy(new Forwarding(new Wrapper(environment)))));
    }

    @Test
    void anEnvironmentThatHidesItsCompiler() {
        assertRefuses(environment -> proxy(new Hiding(environment), CompilerAccessTest.class.getClassLoader()));
    }

    /** What the build process of IntelliJ offers to processors, in the class loader of its proxies. */
    @Test
    void aProxyThatIntelliJUnwraps() {
        ClassLoader jps = Compiled.sources("""
                        package org.jetbrains.jps.javac;
                        import java.lang.reflect.Proxy;
                        import java.util.function.Supplier;
                        public final class APIWrappers {
                            private APIWrappers() {}
                            public static <T> T unwrap(Class<? extends T> type, T wrapper) {
                                return type.cast(((Supplier<?>) Proxy.getInvocationHandler(wrapper)).get());
                            }
                        }
                        """)
                .load("org.jetbrains.jps.javac.APIWrappers")
                .getClassLoader();
        assertGenerates(environment -> proxy(new Hiding(environment), jps));
    }

    /** One that stands for itself ends in the error too, and does not run for ever. */
    @Test
    void anEnvironmentThatWrapsItself() {
        assertRefuses(Circular::new);
    }

    private static void assertGenerates(UnaryOperator<ProcessingEnvironment> wrapping) {
        Compilation compilation = compile(wrapping);

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSourceFile("demo.SphereGradient")).isPresent();
    }

    private static void assertRefuses(UnaryOperator<ProcessingEnvironment> wrapping) {
        assertThat(compile(wrapping).errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .singleElement()
                .asString()
                .startsWith("[UnsupportedCompiler]");
    }

    private static Compilation compile(UnaryOperator<ProcessingEnvironment> wrapping) {
        Compiler compiler = javac().withProcessors(new Behind(new DifferentiableProcessor(), wrapping));
        return compiler.compile(Compiled.files(SPHERE));
    }

    private static ProcessingEnvironment proxy(InvocationHandler handler) {
        return proxy(handler, CompilerAccessTest.class.getClassLoader());
    }

    private static ProcessingEnvironment proxy(InvocationHandler handler, ClassLoader loader) {
        return (ProcessingEnvironment)
                Proxy.newProxyInstance(loader, new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    /** Keeps the environment where no field of its type shows it. */
    private static final class Hiding implements InvocationHandler, Supplier<Object> {
        private final Object[] hidden;

        Hiding(ProcessingEnvironment environment) {
            this.hidden = new Object[] {environment};
        }

        @Override
        public Object get() {
            return hidden[0];
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            return method.invoke(hidden[0], arguments);
        }
    }

    private static class Forwarding implements InvocationHandler {
        private final ProcessingEnvironment delegate;

        Forwarding(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            return method.invoke(delegate, arguments);
        }
    }

    private static final class Named extends Forwarding {
        private final String name;

        Named(String name, ProcessingEnvironment delegate) {
            super(delegate);
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Circular extends Wrapper {
        /** Found before the delegate, for it is of the class itself. */
        final ProcessingEnvironment other = new Wrapper(this);

        Circular(ProcessingEnvironment delegate) {
            super(delegate);
        }
    }

    private static class Wrapper implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;

        Wrapper(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    /** Runs a processor in an environment of its own making. */
    private static final class Behind extends AbstractProcessor {
        private final Processor processor;
        private final UnaryOperator<ProcessingEnvironment> wrapping;

        Behind(Processor processor, UnaryOperator<ProcessingEnvironment> wrapping) {
            this.processor = processor;
            this.wrapping = wrapping;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(wrapping.apply(environment));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }
}
