package io.github.pushforward.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.Trees;
import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.TangentSignature;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import io.github.pushforward.processor.resolve.IrTypes;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** How many times annotated methods are differentiated. */
final class Orders {
    private static final int TWICE = 2;

    private final IrTypes irTypes;
    private final Callees callees;
    private final Trees trees;
    private final Elements elements;

    Orders(IrTypes irTypes, Callees callees, Trees trees, Elements elements) {
        this.irTypes = irTypes;
        this.callees = callees;
        this.trees = trees;
        this.elements = elements;
    }

    private static int order(Element annotated) {
        return AnnotationValues.of(annotated, Differentiable.class, "order")
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(1);
    }

    /** Refuses an order that there is not, at the annotation. */
    static void check(Element annotated, ModifiersTree modifiers, CompilationUnitTree file, Reporter reporter) {
        int order = order(annotated);
        boolean isOfMethod = annotated instanceof ExecutableElement;
        if (order == 1 || (order == TWICE && isOfMethod)) {
            return;
        }
        AnnotationTree annotation = modifiers.getAnnotations().stream()
                .filter(tree -> tree.getAnnotationType().toString().endsWith(Differentiable.class.getSimpleName()))
                .findFirst()
                .orElseThrow();
        reporter.report(new Problem(
                isOfMethod ? Code.UnsupportedMethod : Code.UnsupportedType,
                isOfMethod
                        ? "order = " + order + " is not supported: a method is differentiated once or twice"
                        : "a class has no order of differentiation",
                isOfMethod ? "write order = 1 or order = 2" : "write order at its methods",
                Positions.spanOf(annotation, file)));
    }

    /** Whether an annotated method is of order 2; a compiled one must have its second derivatives. */
    boolean isTwiceDifferentiable(Callee callee) {
        TypeElement owner = elements.getTypeElement(callee.owner().canonicalName());
        return owner != null
                && ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                        .filter(method -> method.getSimpleName().contentEquals(callee.name()))
                        .filter(method -> Callees.isAnnotated(method) && order(method) == TWICE)
                        .anyMatch(method -> callees.of(method)
                                        .map(other -> other.signature().equals(callee.signature()))
                                        .orElse(false)
                                && (trees.getPath(method) != null || isCompiledTwice(method, callee)));
    }

    private boolean isCompiledTwice(ExecutableElement method, Callee callee) {
        List<Type> tangent = TangentSignature.parameters(callee.parameterTypes(), callee.active());
        int directions = tangent.size() - callee.parameterTypes().size();
        List<Boolean> active = Stream.concat(callee.active().stream(), Collections.nCopies(directions, true).stream())
                .toList();
        TypeElement sibling =
                elements.getTypeElement(callee.owner().sibling("SecondOrder").canonicalName());
        return Siblings.has(sibling, method.getSimpleName(), TangentSignature.parameters(tangent, active), irTypes);
    }
}
