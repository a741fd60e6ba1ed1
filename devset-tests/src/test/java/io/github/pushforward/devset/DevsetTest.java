package io.github.pushforward.devset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Ten methods of libraries, unchanged but for the annotation: value, tangents and, where it exists, the generated
 * Jacobian against references that were computed from the published classes by finite differences.
 */
final class DevsetTest {
    private static final double TOLERANCE = 1e-7;
    private static final Path LIBRARIES = Path.of("target", "libraries");
    private static final Pattern CODE = Pattern.compile("\\[(\\w+)] .*", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> methodsOfLibraries() {
        return DevsetCase.all().stream().map(devset -> DynamicTest.dynamicTest(devset.toString(), () -> check(devset)));
    }

    private static void check(DevsetCase devset) throws Throwable {
        DevsetSpec spec = DevsetSpec.of(devset.id());
        Library library = Library.of(devset.artifact(), LIBRARIES);
        SourceFile file = library.source(devset.className());
        SourceMethod method = file.method(
                devset.className(),
                devset.method(),
                candidate -> candidate.parameters().size() == devset.arity());
        LibraryCompiler.Result result;
        try (LibraryCompiler compiler = new LibraryCompiler(List.of(library.classes()))) {
            result = compiler.compile(sources(library, file, method, devset, spec));
            if (!spec.refusedAs().isEmpty()) {
                assertThat(codes(result))
                        .as("known refusals; if it compiles now, remove refusedAs from its spec: %s", result.errors())
                        .isEqualTo(spec.refusedAs());
                return;
            }
            assertThat(result.errors()).isEmpty();
            assertThat(compiler.compileGenerated(result.generated()).diagnostics())
                    .as("lints of the generated code")
                    .isEmpty();
        }
        try (LibraryClasses classes = new LibraryClasses(List.of(library.classes()), result.classes())) {
            boolean[] active = new boolean[method.parameters().size()];
            for (int i = 0; i < active.length; i++) {
                active[i] = devset.active().contains(method.parameters().get(i).name());
            }
            compare(Differentiated.of(classes, method, active), devset, spec);
        }
    }

    /** The file of the method and those of the methods alongside, all annotated. */
    private static List<SourceFile> sources(
            Library library, SourceFile file, SourceMethod method, DevsetCase devset, DevsetSpec spec) {
        Set<String> constants = method.parameters().stream()
                .map(SourceMethod.Parameter::name)
                .filter(name -> !devset.active().contains(name))
                .collect(Collectors.toSet());
        Map<String, SourceFile> files = new LinkedHashMap<>();
        files.put(file.path(), file.annotated(method, constants));
        for (String other : spec.alongside()) {
            String[] parts = other.split("[#/]");
            SourceFile published = library.source(parts[0]);
            SourceFile source = files.getOrDefault(published.path(), published);
            if (parts.length > 1) {
                int arity = Integer.parseInt(parts[2]);
                SourceMethod callee = source.method(
                        parts[0], parts[1], candidate -> candidate.parameters().size() == arity);
                source = source.annotated(callee, Set.of());
            }
            files.put(source.path(), source);
        }
        return new ArrayList<>(files.values());
    }

    /** The codes of the processor's errors; a text that has none stands for itself. */
    private static Set<String> codes(LibraryCompiler.Result result) {
        return result.errors().stream()
                .map((Diagnostic<?> error) -> error.getMessage(null))
                .map(message -> CODE.matcher(message).replaceFirst("$1"))
                .collect(Collectors.toSet());
    }

    private static void compare(Differentiated method, DevsetCase devset, DevsetSpec spec) throws Throwable {
        Object[] point = spec.arguments().toArray();
        Iterator<Double> numbers = Arrays.stream(devset.x()).iterator();
        for (int i = 0; i < point.length; i++) {
            if (method.active()[i]) {
                point[i] = Flat.filled(point[i], numbers::next);
            }
        }
        double[] value = method.result(point);
        assertClose("published value", value, devset.f());
        for (int input = 0; input < devset.x().length; input++) {
            Differentiated.Pass pass = method.along(point, unit(method, point, input));
            assertThat(Flat.bits(Arrays.copyOf(pass.value(), value.length)))
                    .as("value, bit for bit")
                    .isEqualTo(Flat.bits(value));
            assertClose("column " + input + " of the Jacobian", pass.tangent(), column(devset.jacobian(), input));
        }
        if (method.gradient().isPresent()) {
            double[][] rows = method.exact(point).rows();
            for (int output = 0; output < devset.f().length; output++) {
                assertClose("generated gradient of output " + output, rows[output], devset.jacobian()[output]);
            }
        }
    }

    private static List<Object> unit(Differentiated method, Object[] point, int input) {
        int[] next = {0};
        return method.activeOf(point).stream()
                .map(part -> Flat.filled(part, () -> next[0]++ == input ? 1.0 : 0.0))
                .toList();
    }

    private static double[] column(double[][] jacobian, int input) {
        return Arrays.stream(jacobian).mapToDouble(row -> row[input]).toArray();
    }

    /** Within the tolerance, relative where a number is large. What follows the result are arrays that were written. */
    private static void assertClose(String what, double[] actual, double[] expected) {
        assertThat(actual.length).as(what).isGreaterThanOrEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("%s, number %d", what, i)
                    .isCloseTo(expected[i], within(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
