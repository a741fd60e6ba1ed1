package io.github.pushforward.programs.check;

import io.github.pushforward.programs.print.JavaPrinter;
import io.github.pushforward.programs.tree.Method.Parameter;
import io.github.pushforward.programs.tree.Program;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entry of a compiled program, and what was generated from it. */
final class Methods {
    private final Program program;
    private final ClassLoader classes;
    private final String name;

    Methods(Program program, ClassLoader classes) {
        this.program = program;
        this.classes = classes;
        this.name = className(program);
    }

    /** The name of the class of a program, with its package. */
    static String className(Program program) {
        return JavaPrinter.PACKAGE + "." + program.name();
    }

    /** The result of a call, and the arguments as it left them. */
    record Run(
            @Nullable Object result, @Nullable Throwable thrown, JavaValues javaValues, Inputs.Arguments arguments) {}

    private List<@Nullable Object> plain(Inputs.Arguments arguments, JavaValues values)
            throws ReflectiveOperationException {
        List<@Nullable Object> all = new ArrayList<>();
        List<Parameter> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            all.add(values.value(parameters.get(i).type(), arguments.values().get(i)));
        }
        return all;
    }

    private @Nullable Object receiver(Inputs.Arguments arguments, JavaValues values)
            throws ReflectiveOperationException {
        return arguments.receiver() == null
                ? null
                : values.value(arguments.receiver().definition().type(), arguments.receiver());
    }

    Run original(Inputs.Arguments arguments) throws ReflectiveOperationException {
        JavaValues values = new JavaValues(classes, name);
        Method method = find(
                        name,
                        program.entry().name(),
                        program.entry().parameters().size())
                .orElseThrow();
        return run(method, receiver(arguments, values), plain(arguments, values), values, arguments);
    }

    Run tangent(Inputs.Arguments arguments) throws ReflectiveOperationException {
        JavaValues values = new JavaValues(classes, name);
        List<@Nullable Object> all = withReceiver(arguments, values);
        List<Parameter> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).isActive()) {
                all.add(values.tangent(
                        parameters.get(i).type(), arguments.values().get(i)));
            }
        }
        Method method = find(name + "Tangent", program.entry().name(), all.size())
                .orElseThrow(() -> new NoSuchMethodException("tangent method"));
        return run(method, null, all, values, arguments);
    }

    /** What a method of {@code *Gradient} gives for the original's arguments; nothing where there is none. */
    Optional<Run> gradient(String suffix, Inputs.Arguments arguments) throws ReflectiveOperationException {
        JavaValues values = new JavaValues(classes, name);
        List<@Nullable Object> all = withReceiver(arguments, values);
        Optional<Method> method = find(name + "Gradient", program.entry().name() + suffix, all.size());
        return method.isEmpty() ? Optional.empty() : Optional.of(run(method.get(), null, all, values, arguments));
    }

    private List<@Nullable Object> withReceiver(Inputs.Arguments arguments, JavaValues values)
            throws ReflectiveOperationException {
        List<@Nullable Object> all = new ArrayList<>();
        if (arguments.receiver() != null) {
            all.add(receiver(arguments, values));
        }
        all.addAll(plain(arguments, values));
        return all;
    }

    private static Run run(
            Method method,
            @Nullable Object receiver,
            List<@Nullable Object> all,
            JavaValues values,
            Inputs.Arguments arguments)
            throws ReflectiveOperationException {
        try {
            return new Run(method.invoke(receiver, all.toArray()), null, values, arguments);
        } catch (InvocationTargetException thrown) {
            return new Run(null, thrown.getCause(), values, arguments);
        }
    }

    private Optional<Method> find(String className, String methodName, int parameters) {
        Class<?> owner;
        try {
            owner = classes.loadClass(className);
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(methodName) && method.getParameterCount() == parameters) {
                method.setAccessible(true);
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
