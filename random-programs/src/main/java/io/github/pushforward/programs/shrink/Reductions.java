package io.github.pushforward.programs.shrink;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Node;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Program;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All programs that are one step smaller than a given one: something dropped, a statement replaced by what is in it, an expression by
 * a part of its type or by a literal. Not all of them are well typed: the compiler says which.
 */
final class Reductions {
    private final List<Reduction> found = new ArrayList<>();
    private final Map<Object, Integer> weights = new IdentityHashMap<>();

    private Reductions() {}

    private record Reduction(int saved, Supplier<Program> result) {}

    /** The reductions of a program, the largest first. */
    static List<Supplier<Program>> of(Program program) {
        Reductions reductions = new Reductions();
        reductions.ofNode(program, node -> (Program) node);
        return reductions.found.stream()
                .filter(reduction -> reduction.saved > 0)
                .sorted(Comparator.comparingInt(Reduction::saved).reversed())
                .map(Reduction::result)
                .toList();
    }

    private int weight(Object part) {
        Integer known = weights.get(part);
        if (known == null) {
            known = part instanceof List<?> list
                    ? list.stream().mapToInt(this::weight).sum()
                    : Parts.own(part)
                            + (part instanceof Node node
                                    ? Parts.of(node).stream()
                                            .filter(Objects::nonNull)
                                            .mapToInt(this::weight)
                                            .sum()
                                    : 0);
            weights.put(part, known);
        }
        return known;
    }

    private void add(int saved, Supplier<Program> result) {
        found.add(new Reduction(saved, result));
    }

    private void replace(Node node, Node other, Function<Node, Program> rebuild) {
        add(weight(node) - weight(other), () -> rebuild.apply(other));
    }

    private void ofNode(Node node, Function<Node, Program> rebuild) {
        if (node instanceof Expr expr) {
            ofExpression(expr, rebuild);
        }
        List<@Nullable Object> parts = Parts.of(node);
        for (int i = 0; i < parts.size(); i++) {
            Object part = parts.get(i);
            int index = i;
            Function<@Nullable Object, Program> rebuildPart = other -> {
                List<@Nullable Object> changed = new ArrayList<>(parts);
                changed.set(index, other);
                return rebuild.apply(Parts.with(node, changed));
            };
            if (part instanceof List<?> list) {
                ofList(list, rebuildPart::apply);
            } else if (part instanceof Node child) {
                boolean mayBeAbsent =
                        node instanceof Stmt.If || node instanceof Stmt.Try || node instanceof Stmt.Declare;
                if (mayBeAbsent && i == parts.size() - 1) {
                    add(weight(child), () -> rebuildPart.apply(null));
                }
                ofNode(child, rebuildPart::apply);
            }
        }
    }

    private void ofList(List<?> list, Function<List<?>, Program> rebuild) {
        if (list.size() >= 4) {
            int half = list.size() / 2;
            add(weight(list.subList(0, half)), () -> rebuild.apply(list.subList(half, list.size())));
            add(weight(list.subList(half, list.size())), () -> rebuild.apply(list.subList(0, half)));
        }
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            Object element = list.get(i);
            if (!(element instanceof Node node)) {
                continue;
            }
            add(weight(element), () -> rebuild.apply(spliced(list, index, List.of())));
            if (node instanceof Stmt statement) {
                for (List<? extends Stmt> inner : insides(statement)) {
                    add(weight(element) - weight(inner), () -> rebuild.apply(spliced(list, index, inner)));
                }
            }
            ofNode(node, other -> rebuild.apply(spliced(list, index, List.of(other))));
        }
    }

    private static List<?> spliced(List<?> list, int index, List<?> others) {
        List<Object> result = new ArrayList<>(list);
        result.remove(index);
        result.addAll(index, others);
        return result;
    }

    /** The lists of statements that are in a statement. */
    private static List<List<? extends Stmt>> insides(Node node) {
        List<List<? extends Stmt>> insides = new ArrayList<>();
        for (Object part : Parts.of(node)) {
            if (part instanceof Stmt.Block block) {
                insides.add(block.statements());
            } else if (part instanceof Stmt statement) {
                insides.add(List.of(statement));
            } else if (part instanceof Expr expr && !(node instanceof Stmt.Evaluate) && isStatement(expr)) {
                insides.add(List.of(new Stmt.Evaluate(expr)));
            } else if (part instanceof List<?> list) {
                for (Object element : list) {
                    if (element instanceof Stmt.Case branch) {
                        insides.add(branch.body());
                    } else if (element instanceof Stmt.Catch handler) {
                        insides.add(handler.body().statements());
                    }
                }
            }
        }
        return insides;
    }

    private static boolean isStatement(Expr expr) {
        return expr instanceof Expr.Assign
                || expr instanceof Expr.Compound
                || expr instanceof Expr.Step
                || expr instanceof Expr.Call;
    }

    private void ofExpression(Expr expr, Function<Node, Program> rebuild) {
        if (expr.type() instanceof Primitive primitive && primitive != Primitive.VOID) {
            for (Object value : literals(primitive)) {
                replace(expr, new Expr.Literal(primitive, value), rebuild);
            }
        }
        if (expr instanceof Expr.Lambda lambda && lambda.type().result() instanceof Primitive result) {
            for (Object value : literals(result)) {
                Stmt only = new Stmt.Return(new Expr.Literal(result, value));
                replace(expr, new Expr.Lambda(lambda.type(), lambda.parameters(), List.of(only)), rebuild);
            }
        }
        descendants(expr, expr.type(), rebuild, expr);
    }

    private static List<Object> literals(Primitive type) {
        return switch (type) {
            case BOOLEAN -> List.of(true, false);
            case LONG -> List.of(1L, 0L);
            case FLOAT -> List.of(1f, 0.5f);
            case DOUBLE -> List.of(1.0, 0.5);
            case INT -> List.of(1, 0);
            default -> List.of();
        };
    }

    /** Parts that could stand in the place of the whole; a number in the place of a wider one as well. */
    private void descendants(Node node, Type type, Function<Node, Program> rebuild, Expr whole) {
        for (Object part : Parts.of(node)) {
            List<?> children = part instanceof List<?> list ? list : part == null ? List.of() : List.of(part);
            for (Object child : children) {
                if (child instanceof Expr inner && fits(inner.type(), type)) {
                    replace(whole, inner, rebuild);
                }
                if (child instanceof Node below) {
                    descendants(below, type, rebuild, whole);
                }
            }
        }
    }

    private static boolean fits(Type inner, Type type) {
        if (inner instanceof Primitive from && type instanceof Primitive to) {
            return from.widensTo(to);
        }
        return inner.equals(type);
    }
}
