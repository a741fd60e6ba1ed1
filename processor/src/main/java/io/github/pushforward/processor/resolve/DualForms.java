package io.github.pushforward.processor.resolve;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualForm;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.TangentSignature;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The functional interfaces that have a dual form: those of the JDK whose dual form the runtime has, those of this
 * compilation, and those that were compiled together with it.
 */
final class DualForms {
    /** For the names that class files do not keep. */
    private static final Map<String, String> LETTERS = Map.of("arg0", "x", "arg1", "y", "arg2", "z");

    private final Elements elements;
    private final Types types;
    private final Set<Element> roots;
    private final SingleMethods singleMethods;
    /** The classes and interfaces that a class of the compilation is of. */
    private final Set<TypeElement> implemented = new HashSet<>();

    private final Set<TypeElement> open = new HashSet<>();
    private final Map<ClassType, Optional<FunctionType>> known = new HashMap<>();

    /** @param roots the top-level classes of the compilation */
    DualForms(Elements elements, Types types, Collection<? extends Element> roots) {
        this.elements = elements;
        this.types = types;
        this.roots = new HashSet<>(roots);
        this.singleMethods = new SingleMethods(elements);
        ElementFilter.typesIn(roots).forEach(this::noteImplemented);
    }

    /** The interface as the type of functions with tangents; nothing for other types. */
    Optional<FunctionType> of(DeclaredType mirror, ClassType plain, IrTypes irTypes) {
        TypeElement element = (TypeElement) mirror.asElement();
        if (!element.getKind().isInterface() || plain.isActive() || isImplemented(element)) {
            return Optional.empty();
        }
        Optional<FunctionType> cached = known.get(plain);
        if (cached != null) {
            return cached;
        }
        if (!open.add(element)) {
            return Optional.empty(); // an interface over itself is none over active types
        }
        Optional<FunctionType> found = singleMethods
                .of(element)
                .filter(method -> !isAnnotated(method))
                .flatMap(method -> of(mirror, plain, element, method, irTypes));
        open.remove(element);
        if (open.isEmpty()) {
            known.put(plain, found);
        }
        return found;
    }

    /**
     * Whether calls on an interface go to the classes that implement it: those of this compilation do, unless the interface
     * says that it is for functions.
     */
    private boolean isImplemented(TypeElement type) {
        return implemented.contains(type) && isOfCompilation(type) && !isMarked(type, FunctionalInterface.class);
    }

    private void noteImplemented(TypeElement type) {
        if (type.getKind().isClass()) {
            noteSupertypes(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::noteImplemented);
    }

    private void noteSupertypes(TypeElement type) {
        for (TypeMirror supertype : types.directSupertypes(type.asType())) {
            if (supertype instanceof DeclaredType declared && implemented.add((TypeElement) declared.asElement())) {
                noteSupertypes((TypeElement) declared.asElement());
            }
        }
    }

    /** Its tangent goes by the classes that implement it. */
    private static boolean isAnnotated(ExecutableElement method) {
        return isMarked(method, Differentiable.class);
    }

    private static boolean isMarked(Element element, Class<?> annotation) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation.getName()));
    }

    private Optional<FunctionType> of(
            DeclaredType mirror, ClassType plain, TypeElement element, ExecutableElement method, IrTypes irTypes) {
        ExecutableType seen = (ExecutableType) types.asMemberOf((DeclaredType) types.capture(mirror), method);
        List<Type> parameterTypes = new ArrayList<>();
        for (TypeMirror parameter : seen.getParameterTypes()) {
            irTypes.of(parameter).ifPresent(parameterTypes::add);
        }
        Optional<Type> result = irTypes.of(seen.getReturnType());
        boolean isResolved = parameterTypes.size() == method.getParameters().size() && result.isPresent();
        if (!isResolved || !method.getTypeParameters().isEmpty()) {
            return Optional.empty();
        }
        List<Boolean> active = new ArrayList<>();
        for (int i = 0; i < parameterTypes.size(); i++) {
            active.add(parameterTypes.get(i).carriesDerivative()
                    && method.getParameters().get(i).getAnnotation(Constant.class) == null);
        }
        Signature signature = new Signature(element, method, parameterTypes, active, result.get(), irTypes);
        return LibraryDuals.of(plain)
                .map(dual -> dual.isOver(parameterTypes, active, result.get())
                        ? Optional.of(signature.function(plain, dual.type(plain), dual.method(), false))
                        : Optional.<FunctionType>empty())
                .orElseGet(() -> own(plain, element, signature));
    }

    /** What is known of the method of an interface. */
    private record Signature(
            TypeElement type,
            ExecutableElement method,
            List<Type> parameterTypes,
            List<Boolean> active,
            Type result,
            IrTypes irTypes) {

        /** Whether a derivative comes out of it: in its result, or in an array that it gets. */
        boolean givesDerivative() {
            boolean fills = false;
            for (int i = 0; i < parameterTypes.size(); i++) {
                fills |= active.get(i) && parameterTypes.get(i).isMutable();
            }
            return result.carriesDerivative() || fills;
        }

        FunctionType function(ClassType plain, ClassType dual, String dualMethod, boolean isGenerated) {
            List<String> names = method.getParameters().stream()
                    .map(parameter -> parameter.getSimpleName().toString())
                    .map(name -> LETTERS.getOrDefault(name, name))
                    .toList();
            DualForm form = new DualForm(
                    method.getSimpleName().toString(),
                    dualMethod,
                    names,
                    parameterTypes,
                    active,
                    result,
                    irTypes.thrown(method),
                    isGenerated);
            return new FunctionType(plain, dual, form);
        }
    }

    Map<ClassType, FunctionType> generated() {
        return known.values().stream()
                .flatMap(Optional::stream)
                .filter(function -> function.form().isGenerated())
                .collect(Collectors.toMap(FunctionType::dual, function -> function));
    }

    private Optional<FunctionType> own(ClassType plain, TypeElement element, Signature signature) {
        if (!signature.givesDerivative() || !element.getTypeParameters().isEmpty()) {
            return Optional.empty();
        }
        ClassType dual = plain.sibling("Tangent");
        if (isOfCompilation(element)) {
            return Optional.of(signature.function(plain, dual, dualMethod(signature), true));
        }
        TypeElement compiled = elements.getTypeElement(dual.canonicalName());
        return Optional.ofNullable(compiled)
                .flatMap(singleMethods::of)
                .map(method ->
                        signature.function(plain, dual, method.getSimpleName().toString(), false));
    }

    private boolean isOfCompilation(TypeElement type) {
        Element top = type;
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        return roots.contains(top);
    }

    /** The name of the dual method, which must not be taken for a method of the interface. */
    private String dualMethod(Signature signature) {
        List<Type> parameters = TangentSignature.parameters(signature.parameterTypes(), signature.active());
        Set<String> taken = ElementFilter.methodsIn(elements.getAllMembers(signature.type())).stream()
                .filter(method -> areAlike(parameterTypes(method, signature.irTypes()), parameters))
                .map(method -> method.getSimpleName().toString())
                .collect(Collectors.toSet());
        String name = signature.method().getSimpleName().toString();
        while (taken.contains(name)) {
            name += "Tangent";
        }
        return name;
    }

    /** Whether a call with lambdas could mean either of two methods. */
    private static boolean areAlike(List<Type> plain, List<Type> dual) {
        return plain.size() == dual.size()
                && IntStream.range(0, plain.size())
                        .allMatch(i -> plain.get(i).equals(dual.get(i)) || plain.get(i) instanceof FunctionType);
    }

    private static List<Type> parameterTypes(ExecutableElement method, IrTypes irTypes) {
        return method.getParameters().stream()
                .flatMap(parameter -> irTypes.of(parameter.asType()).stream())
                .toList();
    }
}
