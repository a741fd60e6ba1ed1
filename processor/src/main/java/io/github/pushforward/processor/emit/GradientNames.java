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
    private final Method method;
    private final ClassName gradient;
    private final ClassName function;
    private final Set<String> taken = new HashSet<>();

    private GradientNames(Method method, ClassName gradient, ClassName function) {
        this.method = method;
        this.gradient = gradient;
        this.function = function;
        method.parameters().forEach(parameter -> taken.add(parameter.local().name()));
    }

    /** @param types the simple names that the {@code *Gradient} class uses already; gains those of this method */
    static GradientNames of(Method method, ClassType owner, Set<String> types) {
        String stem =
                Character.toUpperCase(method.name().charAt(0)) + method.name().substring(1);
        ClassName outer = TypeNames.of(owner.sibling("Gradient"));
        String gradient = fresh(stem + "Gradient", types);
        String function = fresh(stem + "Function", types);
        return new GradientNames(method, outer.nestedClass(gradient), outer.nestedClass(function));
    }

    private static String fresh(String stem, Set<String> types) {
        String name = stem;
        for (int i = 2; !types.add(name); i++) {
            name = stem + i;
        }
        return name;
    }

    /** The record that holds a gradient. */
    ClassName gradient() {
        return gradient;
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

    /** The component of the gradient record for a parameter. */
    String component(Parameter parameter) {
        String name = parameter.local().name();
        return name.equals("value") ? free("valueGradient") : name;
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
