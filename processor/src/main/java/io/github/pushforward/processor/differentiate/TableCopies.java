package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The private tables of a class that its tangent class has copies of, each after those that it is computed from. */
final class TableCopies {
    private final ClassType sibling;
    private final Function<Expr.StaticField, Optional<Table>> tables;
    private final Map<Expr.StaticField, Expr.StaticField> copies = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Table> copied = new ArrayList<>();

    /** @param sibling the class that has the copies */
    TableCopies(ClassType sibling, Function<Expr.StaticField, Optional<Table>> tables) {
        this.sibling = sibling;
        this.tables = tables;
    }

    /** The field to read in place of another: a copy of a private one, else itself. */
    Expr.StaticField of(Expr.StaticField field) {
        if (!field.isPrivate()) {
            return field;
        }
        Expr.StaticField known = copies.get(field);
        if (known != null) {
            return known;
        }
        Expr.StaticField copy = new Expr.StaticField(sibling, freshName(field.name()), field.type(), null, false);
        copies.put(field, copy);
        tables.apply(field)
                .ifPresent(table -> copied.add(new Table(copy, rewritten(table.initializer()), table.lints())));
        return copy;
    }

    private Expr rewritten(Expr initializer) {
        return initializer instanceof Expr.StaticField field
                ? of(field)
                : initializer.withChildren(
                        initializer.children().stream().map(this::rewritten).toList());
    }

    private String freshName(String stem) {
        String name = stem;
        for (int i = 2; !names.add(name); i++) {
            name = stem + i;
        }
        return name;
    }

    List<Table> all() {
        return List.copyOf(copied);
    }
}
