package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** How a custom rule for a method looks, as source to start from. */
public final class RuleSkeleton {
    private static final String SCALARS = "xyzuvwst";
    private static final String ARRAYS = "abcdefgh";
    private static final String OTHERS = "nmkljipq";

    private final Callee callee;
    private final List<Boolean> active;
    private final List<String> names = new ArrayList<>();

    private RuleSkeleton(Callee callee, List<Boolean> active) {
        this.callee = callee;
        this.active = active;
        int[] used = new int[3];
        for (Type type : callee.parameterTypes()) {
            boolean isReceiver = !callee.isStatic() && names.isEmpty();
            int sort = type.isArray() ? 1 : type.isFloating() ? 0 : 2;
            names.add(isReceiver ? "self" : name(new String[] {SCALARS, ARRAYS, OTHERS}[sort], used[sort]++));
        }
    }

    private static String name(String letters, int index) {
        char letter = letters.charAt(index % letters.length());
        return index < letters.length()
                ? String.valueOf(letter)
                : letter + String.valueOf(index / letters.length() + 1);
    }

    /**
     * The whole rule, ready to be pasted but for the slopes.
     *
     * @param active which arguments of the call at hand are active
     */
    public static String of(Callee callee, List<Boolean> active) {
        RuleSkeleton skeleton = new RuleSkeleton(callee, active);
        return "@TangentOf(type = " + spelled(callee.owner()) + ".class, method = \"" + callee.name() + "\") "
                + skeleton.signature() + " { " + skeleton.body() + " }";
    }

    /** What to add to the advice on a call without a derivative; nothing where no rule could help. */
    public static String advice(Callee callee, List<Boolean> active) {
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i) && !callee.parameterTypes().get(i).carriesDerivative()) {
                return "";
            }
        }
        boolean isObject =
                callee.result().elementType() instanceof ClassType named && !named.equals(NumericTypes.STRING);
        return isObject
                ? ""
                : ", or write a rule and name its class in @Differentiable(rules = ...): " + of(callee, active);
    }

    /** The signature alone, with a tangent for every parameter that may have one. */
    public static String signatureOf(Callee callee) {
        List<Boolean> all =
                callee.parameterTypes().stream().map(Type::carriesDerivative).toList();
        return new RuleSkeleton(callee, all).signature();
    }

    private String signature() {
        List<String> parameters = new ArrayList<>();
        List<String> tangents = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Type type = callee.parameterTypes().get(i);
            boolean isConstant = type.carriesDerivative() && !active.get(i);
            parameters.add((isConstant ? "@Constant " : "") + spelled(type) + " " + names.get(i));
            if (active.get(i)) {
                tangents.add(spelled(type.tangentType()) + " " + names.get(i) + "Tangent");
            }
        }
        parameters.addAll(tangents);
        return "static " + result(callee.result()) + " " + callee.name() + "(" + String.join(", ", parameters) + ")";
    }

    /** What a rule returns for a method that returns the given type. */
    public static String result(Type type) {
        if (!type.carriesDerivative()) {
            return spelled(type);
        }
        if (type.isArray()) {
            return "DualOf<" + spelled(type) + ", " + spelled(type) + ">";
        }
        return type == Primitive.FLOAT ? "DualFloat" : "Dual";
    }

    private String body() {
        int first = callee.isStatic() ? 0 : 1;
        String receiver = callee.isStatic() ? spelled(callee.owner()) : "self";
        String call =
                receiver + "." + callee.name() + "(" + String.join(", ", names.subList(first, names.size())) + ")";
        if (callee.result() == Primitive.VOID) {
            return call + ";";
        }
        if (!callee.result().carriesDerivative()) {
            return "return " + call + ";";
        }
        return "return new " + (callee.result().isArray() ? "DualOf<>" : result(callee.result())) + "(" + call + ", "
                + tangent() + ");";
    }

    private String tangent() {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (active.get(i)) {
                boolean isScalar = callee.parameterTypes().get(i).isFloating()
                        && callee.result().isFloating();
                String slope = "/* d" + callee.name() + "/d" + names.get(i) + " */";
                terms.add(isScalar ? slope + " * " + names.get(i) + "Tangent" : slope);
            }
        }
        return String.join(" + ", terms);
    }

    private static String spelled(Type type) {
        if (type instanceof ClassType named) {
            return String.join(".", named.simpleNames());
        }
        return type instanceof ArrayType array ? spelled(array.component()) + "[]" : type.toString();
    }
}
