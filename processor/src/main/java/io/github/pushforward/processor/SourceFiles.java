package io.github.pushforward.processor;

import com.palantir.javapoet.JavaFile;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes generated classes to where the compiler reads them. */
final class SourceFiles {
    private final Filer filer;
    private final Messager messager;

    SourceFiles(Filer filer, Messager messager) {
        this.filer = filer;
        this.messager = messager;
    }

    /** @param origin the class that it is generated for; where its name is taken, that class has an error */
    void write(JavaFile file, TypeElement origin) {
        String name = nameOf(file);
        try {
            create(file, name, origin);
        } catch (FilerException exists) {
            Problem problem = new Problem(
                    Code.NameClash,
                    origin.getSimpleName() + " would generate " + name + ", which exists already",
                    "rename that class",
                    Span.NONE);
            messager.printMessage(Diagnostic.Kind.ERROR, problem.message(), origin);
        } catch (IOException failure) {
            messager.printMessage(Diagnostic.Kind.ERROR, "cannot write " + name + ": " + failure.getMessage(), origin);
        }
    }

    /** Writes what stands in for another class; where there is a class of that name, that one will do. */
    void writePlaceholder(JavaFile file, TypeElement origin) {
        try {
            create(file, nameOf(file), origin);
        } catch (IOException exists) {
            // There is an error already.
        }
    }

    private void create(JavaFile file, String name, TypeElement origin) throws IOException {
        try (Writer writer = filer.createSourceFile(name, origin).openWriter()) {
            file.writeTo(writer);
        }
    }

    private static String nameOf(JavaFile file) {
        String simpleName = file.typeSpec().name();
        return file.packageName().isEmpty() ? simpleName : file.packageName() + "." + simpleName;
    }
}
