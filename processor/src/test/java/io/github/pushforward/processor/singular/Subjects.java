package io.github.pushforward.processor.singular;

import io.github.pushforward.processor.support.Compiled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The functions of the data, each with each choice of active arguments that occurs, compiled in one class. */
final class Subjects {
    private record Key(String function, List<Boolean> pattern) {
        static Key of(Datum datum) {
            return new Key(datum.function(), datum.pattern());
        }
    }

    private final Map<Key, List<Subject>> subjects = new HashMap<>();

    /**
     * @param math {@code Math} or {@code StrictMath}
     * @param number {@code double} or {@code float}: that of parameters and results
     */
    Subjects(List<Datum> data, Class<?> math, Class<?> number) {
        List<Key> keys = data.stream().map(Key::of).distinct().toList();
        Map<Key, List<Form>> forms =
                keys.stream().distinct().collect(Collectors.toMap(key -> key, key -> Form.of(key.function(), math)));
        String members = keys.stream()
                .flatMap(key -> IntStream.range(0, forms.get(key).size())
                        .mapToObj(i -> forms.get(key).get(i).source(name(keys.indexOf(key), i), key.pattern(), number)))
                .collect(Collectors.joining());
        Compiled compiled = Compiled.members(Form.HELPERS + members);
        for (Key key : keys) {
            int index = keys.indexOf(key);
            subjects.put(
                    key,
                    IntStream.range(0, forms.get(key).size())
                            .mapToObj(i -> new Subject(compiled, forms.get(key).get(i), name(index, i), number))
                            .toList());
        }
    }

    private static String name(int function, int form) {
        return "f" + function + "_" + form;
    }

    /** Those that a datum speaks of: none, one, or those of several libraries. */
    List<Subject> of(Datum datum) {
        return subjects.getOrDefault(Key.of(datum), List.of());
    }
}
