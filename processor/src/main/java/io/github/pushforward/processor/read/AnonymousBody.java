package io.github.pushforward.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What an anonymous class declares. The compiler has no elements for it before it attributes the method around it. */
record AnonymousBody(@Nullable ClassTree tree) {

    /** Of a lambda or a method reference: nothing. */
    static AnonymousBody of(Closure closure) {
        return new AnonymousBody(closure.code().tree() instanceof NewClassTree object ? object.getClassBody() : null);
    }

    private Stream<MethodTree> methods() {
        return tree == null
                ? Stream.of()
                : tree.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .filter(method -> method.getReturnType() != null);
    }

    Stream<MethodTree> methods(String name) {
        return methods().filter(method -> method.getName().contentEquals(name));
    }

    /** The method that it declares in place of an inherited one. */
    Optional<MethodTree> overriding(ExecutableElement method, Closure.Code code) {
        List<MethodTree> sameArity = methods(method.getSimpleName().toString())
                .filter(own ->
                        own.getParameters().size() == method.getParameters().size())
                .toList();
        Optional<List<Type>> inherited = code.home().members().parametersOf(code.supertype(), method);
        // Where types do not tell, as with those of a type variable, it can only be the one that must be there.
        boolean isOnly = sameArity.size() == 1 && method.getModifiers().contains(Modifier.ABSTRACT);
        return sameArity.stream()
                .filter(own -> isOnly
                        || inherited
                                .map(types -> erased(types).equals(erased(parameterTypes(own, code))))
                                .orElse(false))
                .findFirst();
    }

    /** The methods of a name and a number of parameters that it adds to the ones of its supertype. */
    List<MethodTree> added(String name, int arity, List<ExecutableElement> inherited, Closure.Code code) {
        List<MethodTree> overriding = inherited.stream()
                .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                .flatMap(method -> overriding(method, code).stream())
                .toList();
        return methods(name)
                .filter(own -> own.getParameters().size() == arity && !overriding.contains(own))
                .toList();
    }

    static List<Type> parameterTypes(MethodTree method, Closure.Code code) {
        return method.getParameters().stream()
                .map(parameter -> code.home().type(parameter.getType()))
                .toList();
    }

    private static List<Type> erased(List<Type> types) {
        return types.stream()
                .map(type -> type instanceof ClassType named ? named.erased() : type)
                .toList();
    }
}
