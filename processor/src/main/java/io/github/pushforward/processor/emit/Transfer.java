package io.github.pushforward.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;

/**
 * Expressions that pass values of one type to a writer of flat arrays, or get them from a reader.
 *
 * @param form that of tangents
 */
record Transfer(Type type, String flat, TangentForm form) {

    Transfer(Type type, String flat) {
        this(type, flat, TangentForm.SINGLE);
    }

    /** Whether values are objects of active classes, or arrays of such. */
    static boolean isOfObjects(Type type) {
        return type.elementType() instanceof ClassType element && element.isActive();
    }

    private boolean isBox() {
        return Boxes.isBox(type);
    }

    CodeBlock put(CodeBlock value) {
        return isOfObjects(type)
                ? CodeBlock.of("$N.put($L,$W$L)", flat, value, layout(type))
                : CodeBlock.of("$N.put($L)", flat, value);
    }

    CodeBlock put(CodeBlock value, CodeBlock tangent, String name) {
        if (isOfObjects(type)) {
            return CodeBlock.of("$N.put($L, $L,$W$L, $S)", flat, value, tangent, layout(type), name);
        }
        if (isBox()) {
            return CodeBlock.of("$N.put($L, $L)", flat, value, tangent);
        }
        return type.isArray()
                ? CodeBlock.of("$N.put($L, $L, $S)", flat, value, tangent, name)
                : CodeBlock.of("$N.put($L)", flat, tangent);
    }

    /** The tangent of the next numbers. */
    CodeBlock tangent(CodeBlock shape) {
        if (isOfObjects(type)) {
            return CodeBlock.of("$N.tangent($L,$W$L)", flat, shape, layout(type));
        }
        return isBox() ? number(CodeBlock.of("$N.number($L)", flat, shape)) : numbers(shape);
    }

    /** The value of the next numbers. */
    CodeBlock value(CodeBlock shape) {
        if (isOfObjects(type)) {
            return CodeBlock.of("$N.value($L,$W$L)", flat, shape, layout(type));
        }
        return isBox() ? CodeBlock.of("$N.box($L)", flat, shape) : numbers(shape);
    }

    /** Passes over the numbers of an object that stays what it is. */
    CodeBlock keep(String value) {
        return CodeBlock.of("$N.keep($N,$W$L, $S)", flat, value, layout(type), value);
    }

    private CodeBlock numbers(CodeBlock shape) {
        return type.isArray() ? CodeBlock.of("$N.numbers($L)", flat, shape) : number(CodeBlock.of("$N.number()", flat));
    }

    private CodeBlock number(CodeBlock number) {
        return type.tangentType() == Primitive.FLOAT ? CodeBlock.of("(float) $L", number) : number;
    }

    /** The layout of objects or of arrays of them; the tangent of their class has it for objects, arrays and rows. */
    private CodeBlock layout(Type type) {
        TypeName tangent = form.classOf((ClassType) type.elementType());
        if (type.rank() < LayoutClass.CONSTANTS.size()) {
            return CodeBlock.of("$T.$L.$L", tangent, LayoutClass.NAME, LayoutClass.CONSTANTS.get(type.rank()));
        }
        ArrayType array = (ArrayType) type;
        return CodeBlock.of("$L.arrays($T::new)", layout(array.component()), TypeNames.of(form.typeOf(array)));
    }
}
