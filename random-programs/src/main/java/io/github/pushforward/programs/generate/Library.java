package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.ClassDefinition;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a program has declared so far: bodies use nothing that comes later, so that no call goes round in a circle. */
final class Library {
    final List<ClassDefinition> classes = new ArrayList<>();
    final List<Type.Function> interfaces = new ArrayList<>();
    final List<Method> helpers = new ArrayList<>();

    List<Method> helpers(Predicate<Method> condition) {
        return helpers.stream().filter(condition).toList();
    }

    ClassDefinition definition(Type.Named type) {
        return classes.stream()
                .filter(definition -> definition.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
