package io.github.pushforward.fuzz;

import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The text of one source file, and the path that it would have below its root folder. */
record SourceFile(String path, String text) {

    /** This file, for the compiler. */
    JavaFileObject compilable() {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
