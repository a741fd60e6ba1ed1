package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.Sibling;

/** What a {@code *Gradient} class has for one method of order 2: its Hessian, and the products of that with directions. */
final class HessianMethods {
    private final Sibling.Tangent tangent;
    private final GradientNames names;
    private final OriginalSignature signature;

    HessianMethods(Sibling.Tangent tangent, GradientNames names) {
        this.tangent = tangent;
        this.names = names;
        this.signature = new OriginalSignature(tangent.source());
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(hessian()).addMethod(hessianVector()).addMethod(hessianForm());
    }

    private String name() {
        return signature.name();
    }

    private CodeBlock newFunction(String function) {
        return new ViewSignature(tangent).newView(names.function(), function);
    }

    private MethodSpec hessian() {
        String function = names.free("function");
        String hessian = names.free("hessian");
        return signature
                .running(name() + "Hessian", TypeNames.ROWS)
                .addJavadoc(
                        "The exact Hessian of {@code $L} over its active parameters, packed in order: for n numbers\n"
                                + "along n(n + 1)/2 pairs of directions.\n",
                        name())
                .addCode(newFunction(function))
                .addStatement("double[][] $1N = new double[$2N.dimension()][$2N.dimension()]", hessian, function)
                .addStatement("$1N.hessian($1N.start(), new double[$1N.dimension()], $2N)", function, hessian)
                .addStatement("return $N", hessian)
                .build();
    }

    private MethodSpec hessianVector() {
        String function = names.free("function");
        String v = names.free("v");
        String product = names.free("product");
        return signature
                .running(name() + "HessianVector", TypeNames.FLAT)
                .addParameter(TypeNames.FLAT, v)
                .addJavadoc(
                        "The product H$L of the Hessian of {@code $L} with a direction over its active parameters, packed in\n"
                                + "order: along as many second directions as there are active inputs.\n",
                        v,
                        name())
                .addCode(newFunction(function))
                .addStatement("double[] $N = new double[$N.dimension()]", product, function)
                .addStatement("$1N.hessianVector($1N.start(), $2N, $3N)", function, v, product)
                .addStatement("return $N", product)
                .build();
    }

    private MethodSpec hessianForm() {
        String function = names.free("function");
        String v = names.free("v");
        String w = names.free("w");
        return signature
                .running(name() + "HessianForm", TypeName.DOUBLE)
                .addParameter(TypeNames.FLAT, v)
                .addParameter(TypeNames.FLAT, w)
                .addJavadoc(
                        "The bilinear form $LᵀH$L of the Hessian of {@code $L} for two directions over its active\n"
                                + "parameters, packed in order: in one pass.\n",
                        v,
                        w,
                        name())
                .addCode(newFunction(function))
                .addStatement("return $1N.along($1N.start(), $2N, $3N).second()", function, v, w)
                .build();
    }
}
