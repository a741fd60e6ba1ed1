package io.github.pushforward.devset;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Loads classes of libraries, and compiled ones in their place or beside them. One loader defines them all: what is
 * package-private is in sight only of classes that the same loader has defined.
 */
public final class LibraryClasses extends URLClassLoader {
    private final Map<String, byte[]> compiled;

    public LibraryClasses(List<Path> jars, Map<String, byte[]> compiled) {
        super(jars.stream().map(LibraryClasses::url).toArray(URL[]::new), LibraryClasses.class.getClassLoader());
        this.compiled = Map.copyOf(compiled);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = compiled.get(name);
        if (code == null) {
            String path = name.replace('.', '/') + ".class";
            // Not by the jar's manifest: signed and sealed packages take no class that is not of the jar.
            try (InputStream in = getResourceAsStream(path)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                code = in.readAllBytes();
            } catch (IOException failure) {
                throw new ClassNotFoundException(name, failure);
            }
        }
        return defineClass(name, code, 0, code.length);
    }
}
