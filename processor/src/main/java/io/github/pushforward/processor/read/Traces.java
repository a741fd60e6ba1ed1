package io.github.pushforward.processor.read;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.pushforward.processor.resolve.Members;
import io.github.pushforward.processor.resolve.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What a call of a method leaves behind, as far as the source of the method, and of those it calls, shows. */
final class Traces {
    /** The classes and interfaces that an array has (JLS 10.8). */
    private static final Set<String> TYPES_OF_ARRAYS =
            Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

    private final Trees trees;
    private final Elements elements;
    private final Map<ExecutableElement, Kind> known = new HashMap<>();

    Traces(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    enum Kind {
        /** No source to tell by. */
        UNKNOWN,
        /** A field or an array is assigned to: what the method is given may be read again there. */
        KEEPS,
        /** Nothing is kept, but an array or object that it is given may be written to or handed on. */
        MAY_WRITE,
        /** What it is given is read, and that is all. */
        ONLY_READS
    }

    Kind of(ExecutableElement method) {
        Kind kind = known.get(method);
        if (kind == null) {
            kind = find(method);
            known.put(method, kind);
        }
        return kind;
    }

    private Kind find(ExecutableElement method) {
        TreePath path = trees.getPath(method);
        if (path == null || !(path.getLeaf() instanceof MethodTree tree)) {
            return ReadingLibrary.contains(method) ? Kind.ONLY_READS : Kind.UNKNOWN;
        }
        if (tree.getBody() == null) {
            return Kind.UNKNOWN;
        }
        if (keeps(method, new HashSet<>())) {
            return Kind.KEEPS;
        }
        ReadOnly readOnly = new ReadOnly(trees, namesIn(method, path));
        boolean onlyReads = method.getParameters().stream()
                .filter(parameter -> mayBeArray(parameter.asType()))
                .allMatch(parameter -> isOnlyRead(parameter, readOnly, path));
        // Nothing is known of a method that may run in its place.
        return onlyReads && !Members.isOverridable(method) ? Kind.ONLY_READS : Kind.MAY_WRITE;
    }

    private static boolean isOnlyRead(VariableElement parameter, ReadOnly readOnly, TreePath path) {
        return readOnly.isOnlyRead(parameter.getSimpleName().toString(), Math.max(1, rank(parameter.asType())), path);
    }

    private static boolean mayBeArray(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                || type.getKind() == TypeKind.TYPEVAR
                || TYPES_OF_ARRAYS.contains(type.toString());
    }

    private static int rank(TypeMirror type) {
        return type instanceof ArrayType array ? 1 + rank(array.getComponentType()) : 0;
    }

    private Names namesIn(ExecutableElement method, TreePath path) {
        return new Names(elements, (TypeElement) method.getEnclosingElement(), path.getCompilationUnit());
    }

    /** Whether the method, or one that it calls and whose source is here, assigns to fields or arrays of others. */
    private boolean keeps(ExecutableElement method, Set<ExecutableElement> open) {
        TreePath path = trees.getPath(method);
        if (path == null || !(path.getLeaf() instanceof MethodTree tree) || !open.add(method)) {
            return false;
        }
        if (FieldWrites.in(tree)) {
            return true;
        }
        Calls calls = new Calls(namesIn(method, path), open);
        calls.scan(path, null);
        return calls.found;
    }

    /** Looks for calls of methods that keep something; of overloads that cannot be told apart by number, all count. */
    private final class Calls extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Names names;
        private final Set<ExecutableElement> open;
        private boolean found;

        Calls(Names names, Set<ExecutableElement> open) {
            this.names = names;
            this.open = open;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
            List<ExecutableElement> candidates = ReadOnly.candidates(tree.getMethodSelect(), names);
            found |= candidates.stream()
                    .filter(candidate -> candidate.isVarArgs()
                            || candidate.getParameters().size()
                                    == tree.getArguments().size())
                    .anyMatch(candidate -> keeps(candidate, open));
            return super.visitMethodInvocation(tree, unused);
        }
    }
}
