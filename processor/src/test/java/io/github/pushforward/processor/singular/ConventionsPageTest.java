package io.github.pushforward.processor.singular;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.differentiate.RuleForms;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of conventions, the data and the rules speak of the same functions and points. */
class ConventionsPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final List<Datum> DATA = Datum.all();

    /** What stands for a number, and is no function by itself: a boxed value in a local variable, the running sum of a stream. */
    private static final Set<String> PARTS_OF_OTHERS = Set.of("value", "plus", "doubleValue", "floatValue");

    @Test
    void everyRowHasDataAndEveryConventionOfTheDataARow() throws IOException {
        Set<String> rows = new TreeSet<>();
        String functions = "";
        for (String line : Files.readAllLines(Path.of("../docs/conventions.md"))) {
            String[] cells = line.split("\\|");
            if (cells.length == 4 && !cells[2].isBlank() && !cells[2].contains("JDK")) {
                functions = cells[1].isBlank() ? functions : cells[1];
                String at = cells[2].strip();
                CODE.matcher(functions).results().forEach(code -> rows.add(code.group(1) + " @ " + at));
            }
        }
        assertThat(DATA.stream()
                        .map(Datum::convention)
                        .filter(row -> !row.isEmpty())
                        .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void everyFunctionOfMathHasData() {
        Set<String> known = DATA.stream().map(datum -> name(datum.function())).collect(toSet());
        assertThat(functionsOfMath())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void everyRuleHasData() {
        Set<String> known = DATA.stream().map(datum -> name(datum.function())).collect(toSet());
        assertThat(RuleForms.all())
                .hasSizeGreaterThan(50)
                .filteredOn(form -> !PARTS_OF_OTHERS.contains(name(form)))
                .allSatisfy(form -> assertThat(known).contains(name(form)));
    }

    private static Set<String> functionsOfMath() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == double.class)
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(double.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    /** Of a function or a method: {@code max} of {@code Double.max(x, y)}. */
    private static String name(String function) {
        return function.replaceFirst("\\(.*", "").replaceFirst(".*\\.", "");
    }
}
