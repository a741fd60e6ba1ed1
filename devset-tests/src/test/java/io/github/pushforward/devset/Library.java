package io.github.pushforward.devset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A library of somebody else: its classes, and the source files of its {@code -sources} jar. */
public record Library(String name, Path classes, Path sources) {
    private static final String SOURCES = "-sources.jar";

    /** The library of an artifact {@code group:artifact:version}, copied into a folder by the build. */
    public static Library of(String artifact, Path folder) {
        String[] parts = artifact.split(":");
        return named(parts[1] + "-" + parts[2], folder);
    }

    private static Library named(String name, Path folder) {
        return new Library(name, folder.resolve(name + ".jar"), folder.resolve(name + SOURCES));
    }

    /** Every library of a folder that has a jar of sources, by name. */
    public static List<Library> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SOURCES))
                    .sorted()
                    .map(name -> named(name.substring(0, name.length() - SOURCES.length()), folder))
                    .toList();
        }
    }

    /** The file that declares a top-level class. */
    public SourceFile source(String className) {
        String path = className.replace('.', '/') + ".java";
        try (JarFile jar = new JarFile(sources.toFile())) {
            JarEntry entry = jar.getJarEntry(path);
            if (entry == null) {
                throw new IllegalArgumentException(sources + " has no " + path);
            }
            return new SourceFile(path, decoded(jar.getInputStream(entry).readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the jar of classes has the top-level class that gives a source file its name. */
    public boolean hasClassesOf(SourceFile file) throws IOException {
        try (JarFile jar = new JarFile(classes.toFile())) {
            return jar.getJarEntry(file.path().replaceFirst("\\.java$", ".class")) != null;
        }
    }

    /** Every source file, by path. */
    public List<SourceFile> files() throws IOException {
        try (JarFile jar = new JarFile(sources.toFile())) {
            List<String> paths = jar.stream()
                    .map(JarEntry::getName)
                    .filter(path -> path.endsWith(".java"))
                    .filter(path -> !path.endsWith("-info.java") && !path.startsWith("META-INF/"))
                    .sorted()
                    .toList();
            List<SourceFile> files = new ArrayList<>();
            for (String path : paths) {
                files.add(new SourceFile(
                        path, decoded(jar.getInputStream(jar.getEntry(path)).readAllBytes())));
            }
            return files;
        }
    }

    /** Old libraries are not all in UTF-8. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException old) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
