package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualForm;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All code of some classes that exists as IR: what a machine runs, beside the classes that exist already. */
public final class Program {
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, FunctionType> functions = new HashMap<>();
    final Reflected reflected;
    final TangentClasses tangentClasses;

    Program(ClassLoader loader, Collection<Aggregate> aggregates) {
        this.reflected = new Reflected(loader);
        this.tangentClasses = new TangentClasses(aggregates, reflected);
    }

    void add(Method method) {
        Method other = methods.putIfAbsent(method.callee().signature(), method);
        if (other != null) {
            throw new BrokenIr("two methods " + method.callee().signature());
        }
    }

    void add(Table table) {
        Table other =
                tables.putIfAbsent(key(table.field().owner(), table.field().name()), table);
        if (other != null) {
            throw new BrokenIr("two fields " + table.field());
        }
    }

    /** A functional interface whose dual form is generated. */
    void add(FunctionType function) {
        functions.put(function.dual().canonicalName(), function);
    }

    private static String key(ClassType owner, String name) {
        return owner.canonicalName() + "." + name;
    }

    Collection<Method> methods() {
        return methods.values();
    }

    /** The method that a call names: of that signature, or the only one that it can mean. */
    Optional<Method> method(Callee callee) {
        Method exact = methods.get(callee.signature());
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Method> others = methods.values().stream()
                .filter(method -> method.name().equals(callee.name())
                        && method.callee()
                                .owner()
                                .canonicalName()
                                .equals(callee.owner().canonicalName())
                        && method.parameters().size() == callee.parameterTypes().size())
                .toList();
        if (others.size() > 1) {
            throw new BrokenIr("an ambiguous call of " + callee.signature());
        }
        return others.stream().findFirst();
    }

    Optional<Table> table(ClassType owner, String name) {
        return Optional.ofNullable(tables.get(key(owner, name)));
    }

    Optional<DualForm> dualForm(ClassType type) {
        return Optional.ofNullable(functions.get(type.canonicalName())).map(FunctionType::form);
    }
}
