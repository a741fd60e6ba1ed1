package io.github.pushforward.programs.check;

import java.util.Map;

/** Loads compiled classes from memory. */
final class MemoryClasses extends ClassLoader {
    private final Map<String, byte[]> compiled;

    MemoryClasses(Map<String, byte[]> compiled) {
        super(MemoryClasses.class.getClassLoader());
        this.compiled = compiled;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = compiled.get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }
}
