package io.github.pushforward.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Hands out the locals of one method: source variables under their own names, new ones under names not yet taken. */
public final class Locals {
    /** Classes that generated code calls: a variable of such a name would hide them (JLS 6.4.2). */
    private static final Set<String> CALLED_CLASSES = Set.of(
            "Math",
            "StrictMath",
            "MathTangents",
            "MathCurvatures",
            "Arrays",
            "ArrayTangents",
            "Shadows",
            "IndexSet",
            "IndexSets",
            "Packing",
            "Directions",
            "KeptArrays",
            "LaneArrays",
            "LaneRows",
            "ObjectLayout",
            "ValueLayout",
            "FlatWriter",
            "Receivers",
            "Streams",
            "System",
            "Tangents",
            "java",
            "io");

    private final Set<String> classNames = new HashSet<>(CALLED_CLASSES);
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> tangentNames = new HashMap<>();
    private final Map<String, String> secondNames = new HashMap<>();
    private final Set<String> ofLambdas = new HashSet<>();
    private final Set<Local> shadows = new HashSet<>();
    private int next;

    public Locals() {}

    /** @param owner the class of the method, which its siblings call by name */
    public Locals(ClassType owner) {
        classNames.addAll(owner.simpleNames());
        classNames.add(owner.sibling("Tangent").topLevelName());
        classNames.add(owner.sibling("SecondOrder").topLevelName());
        classNames.add(owner.sibling("Sparsity").topLevelName());
        classNames.add(owner.sibling("Lanes").topLevelName());
    }

    /** A copy that goes its own way: for another differentiation of the same method, with shadows of its own. */
    public Locals fork() {
        Locals fork = new Locals();
        fork.classNames.addAll(classNames);
        fork.taken.addAll(taken);
        fork.ofLambdas.addAll(ofLambdas);
        fork.tangentNames.putAll(tangentNames);
        fork.secondNames.putAll(secondNames);
        fork.next = next;
        return fork;
    }

    /** A copy that goes its own way and knows the same shadows. */
    public Locals forkWithShadows() {
        Locals fork = fork();
        fork.shadows.addAll(shadows);
        return fork;
    }

    /** A variable that the source declares; scopes keep equal names apart there. */
    public Local declared(String name, Type type) {
        return declared(name, type, false);
    }

    /** A variable that the source declares, {@code final} with an initializer or not. */
    public Local declared(String name, Type type, boolean isFinal) {
        taken.add(name);
        return new Local(next++, classNames.contains(name) ? name + "_" : name, type, isFinal);
    }

    /**
     * A parameter of a lambda, whose body sees what is declared around it. Lambdas do not stand in each other, so that their parameters
     * may share a name.
     */
    public Local ofLambda(String name, Type type) {
        boolean isFree = !taken.contains(name) || ofLambdas.contains(name);
        String own = isFree ? name : freshName(name);
        ofLambdas.add(own);
        return declared(own, type);
    }

    /** The object that an instance method runs on. */
    public Local receiver(String name, Type type) {
        Local local = declared(name, type);
        return new Local(local.id(), local.name(), type, false, true);
    }

    /** A new variable whose name clashes with nothing in the method: {@code exp}, then {@code exp2}, {@code exp3}. */
    public Local temporary(String stem, Type type) {
        return declared(freshName(stem), type);
    }

    /** A new variable that counts as the shadow of another. */
    public Local temporaryShadow(String stem, Type type) {
        Local shadow = temporary(stem, type);
        shadows.add(shadow);
        return shadow;
    }

    /** A name that clashes with nothing in the method. */
    public String freshName(String stem) {
        String name = stem;
        for (int i = 2; taken.contains(name) || SourceVersion.isKeyword(name); i++) {
            name = stem + i;
        }
        taken.add(name);
        return name;
    }

    /**
     * The shadow of a variable: {@code xTangent}, with a trailing {@code _} where that name is taken. Variables of one
     * name are never in sight together, and neither are their shadows, which therefore share a name as well.
     */
    public Local tangentOf(Local primal) {
        if (primal.type() instanceof FunctionType) {
            // In place of the function: its declaration is the only one of that name.
            return new Local(next++, primal.name(), primal.type().tangentType(), primal.isFinal());
        }
        String name = tangentNames.computeIfAbsent(primal.name(), this::freshTangentName);
        Local shadow = declared(name, primal.type().tangentType());
        shadows.add(shadow);
        return shadow;
    }

    /** A variable for the tangent of what has no variable itself. */
    public Local tangentOfUnnamed(String stem, Type type) {
        return declared(tangentNames.computeIfAbsent(freshName(stem), this::freshTangentName), type);
    }

    /** Whether a variable was handed out as the shadow of another. */
    public boolean isShadow(Local local) {
        return shadows.contains(local);
    }

    /**
     * The shadow of a variable of a tangent method along a second direction: {@code xTangent2} for {@code x}, and {@code
     * xSecond}, the second derivative, for its shadow {@code xTangent}.
     */
    public Local secondTangentOf(Local local) {
        String name = secondNames.computeIfAbsent(local.name(), this::freshSecondName);
        Local shadow = declared(name, local.type().tangentType());
        shadows.add(shadow);
        return shadow;
    }

    private String freshSecondName(String name) {
        return tangentNames.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .findFirst()
                .map(entry -> free(entry.getKey() + "Second"))
                .orElseGet(() -> free(name + "Tangent2"));
    }

    private String freshTangentName(String primal) {
        return free(primal + "Tangent");
    }

    private String free(String stem) {
        String name = stem;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
