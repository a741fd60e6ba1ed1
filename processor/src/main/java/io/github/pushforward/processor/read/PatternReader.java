package io.github.pushforward.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Pattern;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The patterns of {@code switch} and the variables that they declare. */
final class PatternReader {
    private final BodyContext context;

    PatternReader(BodyContext context) {
        this.context = context;
    }

    /** The pattern; its variables are in sight from here on. */
    Pattern read(Tree tree) {
        return read(tree, Optional.empty());
    }

    /** @param matched the type of what is matched, where {@code var} may stand for it */
    private Pattern read(Tree tree, Optional<Type> matched) {
        if (CaseLabels.isAnyPattern(tree)) {
            return new Pattern.Any();
        }
        if (CaseLabels.isDeconstruction(tree)) {
            return deconstruction(tree);
        }
        if (CaseLabels.isBinding(tree)) {
            return binding(((BindingPatternTree) tree).getVariable(), matched);
        }
        throw refuse(tree);
    }

    private RuntimeException refuse(Tree tree) {
        return context.refuse(
                Code.UnsupportedStatement,
                "the case " + Quotes.of(tree) + " is not supported in a @Differentiable method",
                "write a chain of if",
                tree);
    }

    private Pattern binding(VariableTree variable, Optional<Type> matched) {
        String name = variable.getName().toString();
        if (!name.isEmpty()) {
            context.scope().declareRefused(name);
        }
        boolean inferred = variable.getType() == null || variable.getType().getKind() == Tree.Kind.ERRONEOUS;
        Type type = inferred ? matched.orElseThrow(() -> refuse(variable)) : context.type(variable.getType());
        if (name.isEmpty() || name.equals("_")) {
            return new Pattern.Binding(type, null, inferred);
        }
        Local local = context.locals().declared(name, type);
        context.scope().declare(name, local);
        return new Pattern.Binding(type, local, inferred);
    }

    private Pattern deconstruction(Tree tree) {
        Tree named = CaseLabels.deconstructed(tree);
        if (!(context.type(named) instanceof ClassType type)) {
            throw refuse(tree);
        }
        List<Optional<Type>> declared = context.irTypes().recordComponents(type);
        List<Pattern> components = new ArrayList<>();
        for (Tree component : CaseLabels.components(tree)) {
            int index = components.size();
            components.add(read(component, index < declared.size() ? declared.get(index) : Optional.empty()));
        }
        return new Pattern.Deconstruction(type, components, Aggregates.parts(type, context));
    }
}
