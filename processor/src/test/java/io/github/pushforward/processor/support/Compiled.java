package io.github.pushforward.processor.support;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.pushforward.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.assertj.core.api.Assertions;

/** Source files compiled with the processor, every lint an error, and loaded: original and generated classes alike. */
public final class Compiled {
    private static final String WARNINGS_ARE_ERRORS = "-Werror";

    private static final Pattern ADVICE = Pattern.compile("^\\[(NoDependence|EqualityGuard|TruncatedValue)]");

    private final Map<String, byte[]> code;
    private final ClassLoader classes;

    Compiled(Map<String, byte[]> code) {
        this.code = code;
        this.classes = loader(code);
    }

    /** Compiles and loads; fails the test on any error or warning, but for advice on formulas, of which programs for tests take none. */
    public static Compiled sources(String... sources) {
        Compilation compilation = compileWith(List.of(), sources);
        assertClean(compilation);
        return new Compiled(classFiles(compilation));
    }

    /** As {@link #sources}, with options of the processor. */
    public static Compiled withOptions(List<String> options, String... sources) {
        Compilation compilation = compileWith(options, sources);
        assertClean(compilation);
        return new Compiled(classFiles(compilation));
    }

    /** What has been compiled, loaded. */
    public static Compiled loaded(Compilation compilation) {
        return new Compiled(classFiles(compilation));
    }

    private static void assertClean(Compilation compilation) {
        CompilationSubject.assertThat(compilation).succeeded();
        Assertions.assertThat(compilation.warnings())
                .filteredOn(warning ->
                        !ADVICE.matcher(warning.getMessage(Locale.ROOT)).find())
                .isEmpty();
    }

    /** A class {@code demo.Demo} with the given members. */
    public static Compiled members(String members) {
        return sources(demo(members));
    }

    /** The source of a class {@code demo.Demo} with the given members, on lines of their own from line 5 on. */
    public static String demo(String members) {
        return "package demo;\n"
                + "import io.github.pushforward.Constant;\n"
                + "import io.github.pushforward.Differentiable;\n"
                + "final class Demo {\n"
                + members
                + "\n}\n";
    }

    /** The outcome of a compilation that may fail. */
    public static Compilation compile(String... sources) {
        return compiler().compile(files(sources));
    }

    /** The same with further options, and warnings that stay warnings. */
    public static Compilation compileWith(List<String> options, String... sources) {
        List<Object> all = new ArrayList<>(compiler().options());
        all.remove(WARNINGS_ARE_ERRORS);
        all.addAll(options);
        return compiler().withOptions(all).compile(files(sources));
    }

    static Compiler compiler() {
        return javac().withProcessors(new DifferentiableProcessor())
                .withOptions("-Xlint:all", WARNINGS_ARE_ERRORS, "-parameters");
    }

    public static List<JavaFileObject> files(String... sources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            files.add(JavaFileObjects.forSourceString(qualifiedName(source), source));
        }
        return files;
    }

    private static String qualifiedName(String source) {
        String packageName = find(source, "(?m)^package\\s+([\\w.]+);", "");
        String className = find(
                source,
                "(?m)^(?:public |final |abstract |sealed |non-sealed )*(?:class|@?interface|record|enum)\\s+(\\w+)",
                "");
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    private static String find(String text, String pattern, String otherwise) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    /** The same classes, but for those of these sources: as if they had been compiled anew, and nothing else with them. */
    public Compiled replacing(String... sources) {
        Map<String, byte[]> all = new HashMap<>(code);
        all.putAll(classFiles(javac().compile(files(sources))));
        return new Compiled(all);
    }

    /** The class files of a compilation, by the names of the classes. */
    static Map<String, byte[]> classFiles(Compilation compilation) {
        Map<String, byte[]> code = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.getName().replaceFirst("^/?(CLASS_OUTPUT/)?", "");
                code.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), bytes(file));
            }
        }
        return code;
    }

    private static ClassLoader loader(Map<String, byte[]> code) {
        return new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = code.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many byte codes the methods of a class have, by their names and descriptors. */
    public Map<String, Integer> codeLengths(String className) {
        return CodeLengths.of(code.get(className));
    }

    /** Whether there is a class of that name. */
    public boolean has(String className) {
        return code.containsKey(className);
    }

    /** Whether a class has exactly one method of that name and number of parameters. */
    public boolean hasMethod(String className, String name, int parameters) {
        return Arrays.stream(load(className).getDeclaredMethods())
                        .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                        .count()
                == 1;
    }

    /**
     * Calls a static method; the exception of the method itself is thrown as it is. A flat view that comes back has been checked to
     * give the same with several directions a pass as with one.
     */
    public Object call(String className, String method, Object... arguments) {
        Method found = method(className, method, arguments.length);
        try {
            Object result = found.invoke(null, arguments);
            LaneViews.checkAtStart(result);
            return result;
        } catch (InvocationTargetException thrown) {
            throw sneaky(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** The method of a class by name and number of parameters. */
    public Method method(String className, String name, int parameters) {
        Method found = Arrays.stream(load(className).getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .reduce((one, other) -> {
                    throw new IllegalArgumentException(name + " with " + parameters + " parameters is ambiguous");
                })
                .orElseThrow(() -> new IllegalArgumentException(
                        className + " has no " + name + " with " + parameters + " parameters"));
        found.setAccessible(true);
        return found;
    }

    public Class<?> load(String className) {
        try {
            return classes.loadClass(className);
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
