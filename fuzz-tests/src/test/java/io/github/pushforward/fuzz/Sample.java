package io.github.pushforward.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that are compiled together, the first of which is mutated.
 *
 * @param name where they come from
 * @param libraries jars on their class path
 */
record Sample(String name, List<SourceFile> files, List<Path> libraries) {

    String text() {
        return files.get(0).text();
    }

    Sample withText(String text) {
        List<SourceFile> changed = new ArrayList<>(files);
        changed.set(0, new SourceFile(files.get(0).path(), text));
        return new Sample(name, changed, libraries);
    }
}
