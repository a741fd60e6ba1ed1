package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import io.github.pushforward.processor.resolve.Names;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The classes that a source file names. */
final class NamedTypes extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Names names;
    private final Set<TypeElement> found = new LinkedHashSet<>();

    private NamedTypes(Names names) {
        this.names = names;
    }

    /** In their order. */
    static Set<TypeElement> in(CompilationUnitTree file, Names names) {
        NamedTypes scanner = new NamedTypes(names);
        scanner.scan(file, null);
        return scanner.found;
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
        return null; // what is imported for nothing is not named
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (isTypeName(tree.getName())) {
            names.type(tree).ifPresent(found::add);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (isTypeName(tree.getIdentifier())) {
            names.type(tree).ifPresent(found::add);
        }
        return super.visitMemberSelect(tree, unused);
    }

    private static boolean isTypeName(Name name) {
        return name.length() > 0 && Character.isUpperCase(name.charAt(0));
    }
}
