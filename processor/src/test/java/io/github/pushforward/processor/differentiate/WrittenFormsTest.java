package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import io.github.pushforward.processor.emit.LanesClass;
import io.github.pushforward.processor.emit.SecondOrderClass;
import io.github.pushforward.processor.emit.SparsityClass;
import io.github.pushforward.processor.emit.Surroundings;
import io.github.pushforward.processor.emit.TangentClass;
import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a reader sees of the corpus: the lines into which formulas are broken, the names of variables, the order of statements. That
 * the forms are right is for {@link CorpusTest} to say. To write the files anew, and then read what changed: {@code -Dgolden.update=true}.
 */
class WrittenFormsTest {
    private static final Path WRITTEN = Path.of("src", "test", "resources", "corpus", "written");
    private static final Surroundings SURROUNDINGS = new Surroundings(Access.PACKAGE, false, type -> true);
    private static final int LANES = 2;

    /** Which further forms of a file are looked at: those of the others have the same statements once more. */
    @ParameterizedTest
    @CsvSource({
        "Scalars, SECOND_DERIVATIVES",
        "Sharing,",
        "Evaluation, SECOND_DERIVATIVES",
        "Functions, SECOND_DERIVATIVES",
        "Libraries, SECOND_DERIVATIVES",
        "Loops,",
        "Arrays, LANES",
        "Helpers, SECOND_DERIVATIVES",
        "Objects, LANES",
        "Dispatching,",
        "Inheritance, SECOND_DERIVATIVES",
        "Lambdas, LANES",
        "Rules, SECOND_DERIVATIVES",
        "Mappings, INDEX_SETS",
    })
    void asWritten(String name, Corpus.@Nullable Wanted more) throws IOException {
        Corpus.Wanted[] wanted = more == null ? new Corpus.Wanted[0] : new Corpus.Wanted[] {more};
        Derivatives derivatives = Corpus.of(name).differentiate(LANES, new Reporter(), wanted);
        String text = written(derivatives, more == Corpus.Wanted.SECOND_DERIVATIVES);
        Path golden = WRITTEN.resolve(name + ".golden");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(WRITTEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }

    private static String written(Derivatives derivatives, boolean isTwice) {
        Stream<JavaFile> firsts = derivatives.siblings().stream().flatMap(sibling -> of(sibling, derivatives));
        Stream<JavaFile> seconds = derivatives.seconds().stream()
                .filter(second -> isTwice)
                .map(second -> SecondOrderClass.of(second, siblingOf(second, derivatives), List.of(), SURROUNDINGS));
        return Stream.concat(firsts, seconds).map(JavaFile::toString).collect(Collectors.joining("\n"));
    }

    private static Sibling siblingOf(SecondOrder second, Derivatives derivatives) {
        return derivatives.siblings().stream()
                .filter(sibling -> sibling.owner().equals(second.owner()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JavaFile> of(Sibling sibling, Derivatives derivatives) {
        ClassType tangents = sibling.owner().sibling("Tangent");
        List<Method> lanes = derivatives.lanes().methods(tangents);
        List<Method> indexSets = derivatives.indexSets().methods(tangents);
        List<Method> others = Stream.concat(lanes.stream(), indexSets.stream()).toList();
        return Stream.of(
                        Optional.of(TangentClass.of(sibling, Optional.empty(), others, SURROUNDINGS)),
                        LanesClass.of(
                                sibling, tangents, lanes, derivatives.lanes().types(sibling), SURROUNDINGS),
                        Optional.of(indexSets)
                                .filter(methods -> !methods.isEmpty())
                                .map(methods -> SparsityClass.of(sibling, methods, SURROUNDINGS)))
                .flatMap(Optional::stream);
    }
}
