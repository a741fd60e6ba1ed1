package io.github.pushforward.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps the sources that a compilation writes, and drops the classes. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    /** Where generated sources pretend to be: diagnostics tell them by it. */
    static final String GENERATED = "/generated/";

    private final Map<String, ByteArrayOutputStream> sources = new TreeMap<>();

    MemoryFiles(JavaFileManager libraries) {
        super(libraries);
    }

    /** By the names of their classes. */
    Map<String, String> sources() {
        Map<String, String> result = new TreeMap<>();
        sources.forEach((name, bytes) -> result.put(name, bytes.toString(StandardCharsets.UTF_8)));
        return result;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (kind == JavaFileObject.Kind.SOURCE) {
            sources.put(className, bytes);
        }
        URI uri = uri(className, kind);
        return new SimpleJavaFileObject(uri, kind) {
            @Override
            public OutputStream openOutputStream() {
                return kind == JavaFileObject.Kind.SOURCE ? bytes : OutputStream.nullOutputStream();
            }

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return bytes.toString(StandardCharsets.UTF_8);
            }

            @Override
            public String getName() {
                return GENERATED + className;
            }
        };
    }

    private static URI uri(String className, JavaFileObject.Kind kind) {
        try {
            return new URI("string", null, GENERATED + className.replace('.', '/') + kind.extension, null);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    /** The file manager of the libraries goes on to serve other compilations. */
    @Override
    public void close() {}
}
