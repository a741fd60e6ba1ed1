package io.github.pushforward.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything of this project that is, or quotes, a source with differentiable methods. */
final class OwnSources {
    private static final String ANNOTATION = "@Differentiable";
    private static final Pattern CODE_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public |final |abstract |sealed |non-sealed |strictfp )*(?:class|@?interface|record|enum)\\s+(\\w+)");
    private static final Pattern FOREIGN =
            Pattern.compile("(?m)^import (?:static )?(?!java\\.|io\\.github\\.pushforward\\.(?:\\w+|runtime\\.\\w+);)");

    private static final String HEAD =
            "package demo;\nimport io.github.pushforward.Constant;\nimport io.github.pushforward.Differentiable;\n";

    private final Path root;

    /** @param root the folder of the whole project */
    OwnSources(Path root) {
        this.root = root;
    }

    List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        files("processor/src/test/java", ".java").forEach(path -> samples.addAll(quotedIn(path)));
        files("docs", ".md").forEach(path -> samples.addAll(blocksIn(path)));
        samples.addAll(blocksIn(root.resolve("README.md")));
        files("docs/limitations", ".java").forEach(path -> samples.addAll(sample(path, List.of(read(path)))));
        for (String folder : List.of(
                "processor/src/test/resources/golden", "acceptance-tests/src", "example-app/src", "benchmarks/src")) {
            files(folder, ".java")
                    .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()))
                    .forEach((group, paths) -> samples.addAll(
                            sample(group, paths.stream().map(OwnSources::read).toList())));
        }
        return samples;
    }

    private Stream<Path> files(String folder, String suffix) {
        try (Stream<Path> paths = Files.walk(root.resolve(folder))) {
            return paths.filter(path -> path.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The sources that a test quotes, each alone: whole files, or members of a class. */
    private List<Sample> quotedIn(Path test) {
        List<Sample> samples = new ArrayList<>();
        for (Token token : Token.of(read(test))) {
            if (token.kind() == Token.Kind.TEXT_BLOCK && token.text().contains(ANNOTATION)) {
                String quoted = token.text().substring(3, token.text().length() - 3);
                String text = quoted.stripIndent()
                                .replaceAll("(?<!\\\\)\\\\u", "\\\\\\\\u") // javac's, not the text block's
                                .translateEscapes()
                                .replace("«", "")
                                .strip()
                        + "\n";
                boolean isFile = TYPE.matcher(text).find();
                samples.addAll(sample(test, List.of(isFile ? whole(text) : demo(text))));
            }
        }
        return samples;
    }

    /** With what tests put before the files that they quote. */
    private static String whole(String text) {
        return text.contains("import io.github.pushforward")
                ? text
                : (PACKAGE.matcher(text).find() ? "" : HEAD) + text;
    }

    private static String demo(String members) {
        return HEAD + "final class Demo {\n" + members + "}\n";
    }

    private List<Sample> blocksIn(Path page) {
        List<Sample> samples = new ArrayList<>();
        Matcher block = CODE_BLOCK.matcher(read(page));
        while (block.find()) {
            if (block.group(1).contains(ANNOTATION)
                    && TYPE.matcher(block.group(1)).find()) {
                samples.addAll(sample(page, List.of(block.group(1))));
            }
        }
        return samples;
    }

    /** Each file of a group that has something to differentiate, with the others; those that need further libraries left out. */
    private List<Sample> sample(Path origin, List<String> texts) {
        List<SourceFile> files = texts.stream()
                .filter(text ->
                        !FOREIGN.matcher(text).find() && TYPE.matcher(text).find())
                .map(text -> new SourceFile(pathOf(text), text))
                .toList();
        List<Sample> samples = new ArrayList<>();
        for (SourceFile file : files) {
            if (file.text().contains(ANNOTATION)) {
                List<SourceFile> ordered = new ArrayList<>(files);
                ordered.remove(file);
                ordered.add(0, file);
                samples.add(new Sample(root.relativize(origin) + " " + file.path(), ordered, List.of()));
            }
        }
        return samples;
    }

    /** Where a file would be, by the first type in it. */
    private static String pathOf(String text) {
        Matcher packageName = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
        return folder + (type.find() ? type.group(1) : "Nothing") + ".java";
    }
}
