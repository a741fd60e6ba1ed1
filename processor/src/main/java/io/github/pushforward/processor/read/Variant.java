package io.github.pushforward.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** One method in the making, for known functions: its parameters, and what the names in its body mean. */
final class Variant {
    private final Callee callee;
    private final Form form;
    private final Tree code;
    private final Locals locals;
    private final Set<String> declaredNames;
    private final Scope scope;
    private final List<Local> parameters = new ArrayList<>();
    private final @Nullable Closure object;

    Variant(Callee callee, Form form, Tree code) {
        this(callee, form, code, null);
    }

    private Variant(Callee callee, Form form, Tree code, @Nullable Scope scope) {
        this.callee = callee;
        this.form = form;
        this.code = code;
        this.locals = new Locals(callee.owner());
        this.declaredNames = new HashSet<>(DeclaredNames.in(code));
        this.object = form.object() == null ? null : received(form.object());
        this.scope = scope != null ? scope : object == null ? new Scope() : homeScope();
    }

    /** The method of a class: its body sees nothing of the method around the function. */
    static Variant ofElement(Callee callee, Form form, Tree code) {
        return new Variant(callee, form, code, new Scope());
    }

    private Scope homeScope() {
        return object.code().home().scope().moved(moves());
    }

    /** The function as it arrives here: what it captures is in parameters. */
    private Closure received(Closure function) {
        Map<Local, Local> moves = new HashMap<>();
        for (Local captured : function.captured()) {
            String name = freshName(captured.name());
            Local local = captured.isReceiver()
                    ? locals.receiver(name, captured.type())
                    : locals.declared(name, captured.type());
            parameters.add(local);
            moves.put(captured, local);
        }
        return function.moved(moves);
    }

    private String freshName(String stem) {
        String name = stem;
        for (int i = 2; !declaredNames.add(name); i++) {
            name = stem + i;
        }
        return name;
    }

    /** From the variables around the function to the parameters that hold what it captures of them. */
    private Map<Local, Local> moves() {
        Map<Local, Local> moves = new HashMap<>();
        List<Local> captures = object.code().captures();
        for (int i = 0; i < captures.size(); i++) {
            moves.put(captures.get(i), object.captured().get(i));
        }
        return moves;
    }

    /** @param hasThis whether {@code this} is the function itself, as in an anonymous class */
    BodyContext inFunction(boolean hasThis) {
        BodyContext home = object.code().home();
        Map<Local, Local> moves = moves();
        ThisObject outer = home.situation().object() == null
                ? null
                : home.situation().object().moved(moves);
        TypeElement type = home.members().classOf(object.code().supertype()).orElseThrow();
        if (hasThis) {
            List<String> fields = ElementFilter.fieldsIn(
                            home.functionTypes().elements().getAllMembers(type))
                    .stream()
                    .filter(field -> ThisObject.isInherited(field, home))
                    .map(field -> field.getSimpleName().toString())
                    .toList();
            scope.hide(fields);
        }
        scope.open();
        return home.inside(
                home.callees().under(callee.rules()),
                home.self() == null ? null : moves.get(home.self()),
                scope,
                locals,
                new Deprecations(home.functionTypes().elements()),
                home.situation()
                        .inside(
                                callee.variant(),
                                form.depth(),
                                hasThis ? new ThisObject(object, type, true, outer) : outer));
    }

    /** What {@code this} means in a method of a class that the function is of. */
    @Nullable
    ThisObject thisIn(TypeElement type) {
        return object == null ? null : new ThisObject(object, type, false, null);
    }

    /** The object that an ordinary instance method runs on. */
    @Nullable
    Local declareSelf() {
        if (form.receiver() == null) {
            return null;
        }
        Local self = locals.receiver(freshName("self"), form.receiver());
        parameters.add(self);
        return self;
    }

    /** The parameters as an anonymous class or a lambda declares them. */
    void declare(List<? extends VariableTree> trees, BodyContext context) {
        for (int i = 0; i < trees.size(); i++) {
            // A lambda need not write them.
            VariableTree tree = trees.get(i);
            Type type = form.parameters().get(i);
            declare(i, tree.getName().toString(), type);
        }
    }

    /** The parameters of a method. */
    List<Local> declare(ExecutableElement method) {
        int before = parameters.size();
        for (int i = 0; i < method.getParameters().size(); i++) {
            String name = method.getParameters().get(i).getSimpleName().toString();
            declare(i, name, form.parameters().get(i));
        }
        return parameters.subList(before, parameters.size());
    }

    private void declare(int i, String name, Type type) {
        Optional<Closure> function = form.functions().get(i);
        if (function.isPresent()) {
            scope.declare(name, received(function.get()));
            return;
        }
        Local local = name.isEmpty() ? locals.temporary("unnamed", type) : locals.declared(name, type);
        parameters.add(local);
        scope.declare(name, local);
    }

    Scope scope() {
        return scope;
    }

    Locals locals() {
        return locals;
    }

    Optional<Method> method(BodyContext context, Stmt.Block body) {
        CompilationUnitTree file = context.file();
        Span span = Positions.spanOf(code, file);
        Set<String> lints = Lints.of(context.situation().member(), file, context.enclosing(), context.deprecations());
        return Optional.of(new Method(
                callee,
                Access.PRIVATE,
                parameters.stream()
                        .map(local -> new Parameter(local, false, span))
                        .toList(),
                form.thrown(),
                body,
                Dispatch.NONE,
                locals,
                Lints.with(lints, body),
                span));
    }
}
