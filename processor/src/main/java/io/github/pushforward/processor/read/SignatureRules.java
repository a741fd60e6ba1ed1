package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.pushforward.Constant;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.Names;
import java.util.List;
import java.util.function.IntPredicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Which signatures a differentiated method may have. */
final class SignatureRules {
    private final CompilationUnitTree file;
    private final Reporter reporter;

    private SignatureRules(CompilationUnitTree file, Reporter reporter) {
        this.file = file;
        this.reporter = reporter;
    }

    static void check(ExecutableElement element, MethodTree tree, CompilationUnitTree file, Reporter reporter) {
        new SignatureRules(file, reporter).check(element, tree, i -> false);
    }

    /** @param isFunction which parameters the generated method does not have */
    static void check(
            ExecutableElement element,
            MethodTree tree,
            CompilationUnitTree file,
            IntPredicate isFunction,
            Reporter reporter) {
        new SignatureRules(file, reporter).check(element, tree, isFunction);
    }

    private void check(ExecutableElement element, MethodTree tree, IntPredicate isFunction) {
        String name = element.getSimpleName().toString();
        if (element.getModifiers().contains(Modifier.NATIVE)) {
            refuse(name + " has no body", "annotate a method that has one", tree);
            return;
        }
        if (KotlinClasses.isIn(element)) {
            refuse(
                    name + " is a method of a Kotlin class, whose body is not to be seen in Java",
                    "write it in Java, or call it by a custom rule, @TangentOf",
                    tree);
            return;
        }
        if (Callees.isAnnotated(element)) {
            checkAccess(element, tree);
            Orders.check(element, tree.getModifiers(), file, reporter);
        }
        if (!element.getTypeParameters().isEmpty()) {
            refuse("the generic method " + name + " is not supported", "remove its type parameters", tree);
        }
        for (int i = 0; i < element.getThrownTypes().size(); i++) {
            requireAccess(element.getThrownTypes().get(i), tree.getThrows().get(i));
        }
        List<? extends VariableTree> parameters = tree.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (isFunction.test(i)) {
                continue;
            }
            VariableElement parameter = element.getParameters().get(i);
            checkType(parameter.asType(), parameters.get(i));
            if (Callees.isAnnotated(element) && parameter.getAnnotation(Constant.class) == null) {
                checkBox(parameter.asType(), parameters.get(i));
            }
            if (Callees.isAnnotated(element) && element.getTypeParameters().isEmpty()) {
                checkVariables(parameter.asType(), parameters.get(i));
            }
        }
        TypeMirror result = element.getReturnType();
        if (result.getKind() != TypeKind.VOID) {
            checkType(result, tree.getReturnType());
        }
        if (Callees.isAnnotated(element)) {
            checkBox(result, tree.getReturnType());
        }
    }

    /** The method and the classes around it must be in sight of the sibling. */
    private void checkAccess(ExecutableElement method, Tree tree) {
        for (Element element = method; element.getKind() != ElementKind.PACKAGE; ) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                String kind = element == method ? "" : "the class ";
                reporter.report(new Problem(
                        Code.NotAccessible,
                        kind + element.getSimpleName() + " is private, so the generated sibling cannot call "
                                + method.getSimpleName(),
                        "make " + (element == method ? "it" : element.getSimpleName()) + " package-private",
                        Positions.spanOf(tree, file)));
                return;
            }
            element = element.getEnclosingElement();
        }
    }

    /** What the signature names, the generated one names as well. */
    private void requireAccess(TypeMirror type, Tree tree) {
        if (type instanceof ArrayType array) {
            requireAccess(array.getComponentType(), tree);
        } else if (type instanceof DeclaredType declared && Names.isPrivate(declared.asElement())) {
            reporter.report(new Problem(
                    Code.NotAccessible,
                    "the class " + declared.asElement().getSimpleName()
                            + " is private, so the generated sibling cannot name it",
                    "make it package-private",
                    Positions.spanOf(tree, file)));
        }
    }

    static boolean isChecked(TypeMirror exception) {
        TypeMirror type = exception;
        while (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            boolean isUnchecked = element.getQualifiedName().contentEquals("java.lang.RuntimeException")
                    || element.getQualifiedName().contentEquals("java.lang.Error");
            if (isUnchecked) {
                return false;
            }
            type = element.getSuperclass();
        }
        return true;
    }

    private void checkType(TypeMirror type, Tree tree) {
        requireAccess(type, tree);
        if (type.getKind() == TypeKind.VOID) {
            reporter.report(new Problem(
                    Code.UnsupportedType,
                    "void is not the type of a value",
                    "give it another type",
                    Positions.spanOf(tree, file)));
        }
    }

    /** A box may be null, and an array of boxes has no shadow: who differentiates a method gives it plain numbers. */
    private void checkBox(TypeMirror type, Tree tree) {
        TypeMirror element = type;
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        String name = element.toString();
        if (name.equals("java.lang.Double") || name.equals("java.lang.Float")) {
            String box = type.toString().replace("java.lang.", "");
            reporter.report(new Problem(
                    Code.UnsupportedType,
                    "the boxed type " + box + " cannot carry a tangent",
                    "write " + box.replace("Double", "double").replace("Float", "float"),
                    Positions.spanOf(tree, file)));
        }
    }

    /** The sibling has the receiver as a parameter of unknown type arguments, and could give it nothing of such a type. */
    private void checkVariables(TypeMirror type, VariableTree tree) {
        if (mentionsVariable(type)) {
            refuse(
                    "the type of " + tree.getName() + " has type variables, of which a generated sibling knows nothing",
                    "use a type without them",
                    tree.getType());
        }
    }

    private static boolean mentionsVariable(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return mentionsVariable(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return (wildcard.getExtendsBound() != null && mentionsVariable(wildcard.getExtendsBound()))
                    || (wildcard.getSuperBound() != null && mentionsVariable(wildcard.getSuperBound()));
        }
        return type.getKind() == TypeKind.TYPEVAR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(SignatureRules::mentionsVariable));
    }

    private void refuse(String what, String advice, Tree tree) {
        reporter.report(new Problem(Code.UnsupportedMethod, what, advice, Positions.spanOf(tree, file)));
    }
}
