package io.github.pushforward.processor.interpret;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a source file to memory. */
final class MemoryCompiler {
    private final JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    private final JavaFileObject source;

    MemoryCompiler(String name, String text) {
        this.source = new Source(name, text);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }

    /** The file as the processor sees it. */
    CorpusReader read() {
        StringWriter messages = new StringWriter();
        JavacTask task = (JavacTask)
                compiler.getTask(messages, null, null, List.of("-proc:none", "-parameters"), null, List.of(source));
        try {
            return new CorpusReader(task);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The class files, by the names of the classes. */
    Map<String, byte[]> compile() {
        Map<String, ByteArrayOutputStream> code = new HashMap<>();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean success = compiler.getTask(
                            messages,
                            new Memory(files, code),
                            null,
                            List.of("-proc:none", "-parameters", "-nowarn"),
                            null,
                            List.of(source))
                    .call();
            if (!success) {
                throw new IllegalArgumentException(messages.toString());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, byte[]> classFiles = new HashMap<>();
        code.forEach((name, bytes) -> classFiles.put(name, bytes.toByteArray()));
        return classFiles;
    }

    /** Loads class files, with assertions. */
    static ClassLoader loader(Map<String, byte[]> classFiles) {
        ClassLoader loader = new ClassLoader(MemoryCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classFiles.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        loader.setDefaultAssertionStatus(true);
        return loader;
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> code;

        Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> code) {
            super(files);
            this.code = code;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return code.computeIfAbsent(className, key -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
