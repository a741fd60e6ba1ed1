package io.github.pushforward.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ClassType;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What generated classes have in common: final, without instances, as visible as the class they belong to. */
final class SiblingClass {
    private SiblingClass() {}

    static TypeSpec.Builder builder(ClassType name, Sibling sibling, Surroundings surroundings) {
        TypeSpec.Builder type = TypeSpec.classBuilder(TypeNames.of(name))
                .addModifiers(modifiers(surroundings.access() == Access.PUBLIC ? Access.PUBLIC : Access.PACKAGE))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        return silenced(type, sibling.lints());
    }

    static TypeSpec.Builder silenced(TypeSpec.Builder type, Set<String> lints) {
        if (!lints.isEmpty()) {
            AnnotationSpec.Builder suppression = AnnotationSpec.builder(SuppressWarnings.class);
            lints.forEach(lint -> suppression.addMember("value", "$S", lint));
            type.addAnnotation(suppression.build());
        }
        return type;
    }

    static JavaFile file(ClassType name, TypeSpec type, Surroundings surroundings) {
        return JavaFile.builder(name.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(!surroundings.hidesJavaLang())
                .build();
    }

    static Modifier[] modifiers(Access access) {
        return switch (access) {
            case PUBLIC -> new Modifier[] {Modifier.PUBLIC};
            case PROTECTED -> new Modifier[] {Modifier.PROTECTED};
            case PRIVATE -> new Modifier[] {Modifier.PRIVATE};
            case PACKAGE -> new Modifier[0];
        };
    }
}
