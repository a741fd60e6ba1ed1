package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ClassName;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of what is generated for one method in a {@code *Gradient} class. */
final class GradientNames {
    /** What no component of a record may be called (JLS 8.10.1). */
    private static final Set<String> NO_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Method method;
    private final String kind;
    private final ClassName record;
    private final ClassName function;
    private final Set<String> taken = new HashSet<>();

    private GradientNames(Method method, String kind, ClassName record, ClassName function) {
        this.method = method;
        this.kind = kind;
        this.record = record;
        this.function = function;
        method.parameters().forEach(parameter -> taken.add(parameter.local().name()));
    }

    /**
     * @param kind what is computed: {@code Gradient} or {@code Jacobian}
     * @param types the simple names that the {@code *Gradient} class uses already; gains those of this method
     */
    static GradientNames of(Method method, String kind, ClassType owner, Set<String> types) {
        String stem =
                Character.toUpperCase(method.name().charAt(0)) + method.name().substring(1);
        ClassName outer = TypeNames.of(owner.sibling("Gradient"));
        String record = fresh(stem + kind, types);
        String function = fresh(stem + "Function", types);
        return new GradientNames(method, kind, outer.nestedClass(record), outer.nestedClass(function));
    }

    private static String fresh(String stem, Set<String> types) {
        String name = stem;
        for (int i = 2; !types.add(name); i++) {
            name = stem + i;
        }
        return name;
    }

    /** The record that holds what is computed. */
    ClassName record() {
        return record;
    }

    /** The class of the flat view. */
    ClassName function() {
        return function;
    }

    List<Parameter> parameters() {
        return method.parameters();
    }

    List<Parameter> active() {
        return method.parameters().stream().filter(Parameter::active).toList();
    }

    /** The component of the record for the derivatives with respect to a parameter. */
    String component(Parameter parameter) {
        String name = parameter.local().name();
        if (name.equals("value")) {
            return free("value" + kind);
        }
        return NO_COMPONENTS.contains(name) ? free(name) : name;
    }

    /** The component of the record for what the method leaves in the array of a parameter. */
    String valueComponent(Parameter parameter) {
        return free(parameter.local().name() + "Value");
    }

    /** The field of a flat view for the result of a run. */
    String result() {
        return free("result");
    }

    String resultTangent() {
        return free(result() + "Tangent");
    }

    /** The parameter that carries the tangent of another. */
    String tangent(Parameter parameter) {
        return free(parameter.local().name() + "Tangent");
    }

    /** A name that no parameter of the method has. */
    String free(String name) {
        return taken.contains(name) ? free(name + "_") : name;
    }
}
