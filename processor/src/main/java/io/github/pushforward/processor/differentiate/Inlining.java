package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bodies of helpers in the place of their calls, where HotSpot would not: it inlines no method of more than 325 byte codes, and
 * what a method gives back that is not inlined is an object. With several directions a pass, short helpers are soon longer than that.
 */
final class Inlining {
    /** The most byte codes of a method that HotSpot inlines (its flag {@code FreqInlineSize}). */
    private static final int INLINED_BY_HOTSPOT = 325;

    private final Function<Callee, Optional<Method>> helpers;
    private final int most;
    private final int inlinedByHotSpot;

    /**
     * @param helpers what may be inlined, finished itself; nothing for other methods
     * @param most the most byte codes that a method may grow to
     */
    Inlining(Function<Callee, Optional<Method>> helpers, int most) {
        this(helpers, most, INLINED_BY_HOTSPOT);
    }

    private Inlining(Function<Callee, Optional<Method>> helpers, int most, int inlinedByHotSpot) {
        this.helpers = helpers;
        this.most = most;
        this.inlinedByHotSpot = inlinedByHotSpot;
    }

    /** The same for helpers of any length. */
    static Inlining ofAll(Function<Callee, Optional<Method>> helpers, int most) {
        return new Inlining(helpers, most, 0);
    }

    /** The method with as many calls replaced as it has room for. */
    Method in(Method method) {
        Method grown = method;
        int kept = 0;
        for (List<Stmt> sites = sites(grown); kept < sites.size(); sites = sites(grown)) {
            Optional<Method> next = with(grown, sites.get(kept));
            kept += next.isPresent() ? 0 : 1;
            grown = next.orElse(grown);
        }
        return grown;
    }

    private List<Stmt> sites(Method method) {
        List<Stmt> sites = new ArrayList<>();
        collect(method.body(), sites);
        return sites;
    }

    private void collect(Stmt statement, List<Stmt> sites) {
        for (Stmt inner : statement.statements()) {
            Expr.Call call = statement instanceof Stmt.Block ? call(inner) : null;
            if (call != null && helpers.apply(call.callee()).isPresent()) {
                sites.add(inner);
            }
            collect(inner, sites);
        }
    }

    /** The method with the call in one of its statements replaced; nothing where it cannot be, or should not. */
    private Optional<Method> with(Method method, Stmt statement) {
        Expr.Call call = call(statement);
        Method helper = helpers.apply(call.callee()).orElseThrow();
        if (CodeSize.of(helper) <= inlinedByHotSpot || ClassNames.areHidden(helper, method)) {
            return Optional.empty();
        }
        Method fork = method.forkWithShadows();
        return new Site(fork, statement, call, helper)
                .inlined()
                .map(fork::withBody)
                .filter(grown -> CodeSize.of(grown) <= most);
    }

    /** The call that a statement is, or whose result it gives a name. */
    private static Expr.@Nullable Call call(Stmt statement) {
        Expr expression = statement instanceof Stmt.Declare declare
                ? declare.initializer()
                : statement instanceof Stmt.Evaluate evaluate ? evaluate.expression() : null;
        return expression instanceof Expr.Call call ? call : null;
    }

    /** One call that is to be replaced. */
    private static final class Site {
        private final Method caller;
        private final Stmt statement;
        private final Expr.Call call;
        private final Method helper;
        /** By the name of the component: what stands for it in place of the result's. */
        private final Map<String, Expr> results = new HashMap<>();

        Site(Method caller, Stmt statement, Expr.Call call, Method helper) {
            this.caller = caller;
            this.statement = statement;
            this.call = call;
            this.helper = helper;
        }

        Optional<Stmt.Block> inlined() {
            if (!(statement instanceof Stmt.Declare declare)) {
                boolean isProcedure = helper.result() == Primitive.VOID;
                return isProcedure ? body().map(this::replaced) : Optional.empty();
            }
            return isTakenApart(declare.local()) ? body().map(this::replaced) : Optional.empty();
        }

        /** Whether only components of the result are asked for. */
        private boolean isTakenApart(Local result) {
            long reads =
                    caller.body().allExpressions().filter(result.read()::equals).count();
            long parts = caller.body()
                    .allExpressions()
                    .filter(node -> component(node, result) != null)
                    .count();
            return reads == parts;
        }

        private Optional<List<Stmt>> body() {
            Optional<HelperBody> body =
                    HelperBody.of(helper, call.arguments(), LastingLocals.of(caller), caller.locals());
            return body.flatMap(found -> found.givingTo(resultName(), results));
        }

        private String resultName() {
            return statement instanceof Stmt.Declare declare
                    ? declare.local().name()
                    : call.callee().name();
        }

        private Stmt.Block replaced(List<Stmt> body) {
            return new Stmt.Block(replaced(caller.body().statements(), body));
        }

        private List<Stmt> replaced(List<Stmt> statements, List<Stmt> body) {
            List<Stmt> out = new ArrayList<>();
            for (Stmt each : statements) {
                if (each == statement) {
                    out.addAll(body);
                } else {
                    out.add(replaced(each, body));
                }
            }
            return out;
        }

        private Stmt replaced(Stmt each, List<Stmt> body) {
            if (each instanceof Stmt.Block block) {
                return new Stmt.Block(replaced(block.statements(), body));
            }
            return each.with(
                    each.expressions().stream().map(this::replaced).toList(),
                    each.statements().stream()
                            .map(inner -> replaced(inner, body))
                            .toList());
        }

        private Expr replaced(Expr expression) {
            if (statement instanceof Stmt.Declare declare) {
                String component = component(expression, declare.local());
                if (component != null) {
                    return results.get(component);
                }
            }
            return expression.withChildren(
                    expression.children().stream().map(this::replaced).toList());
        }
    }

    /** The name of the component that an expression takes out of a result; {@code null} for any other expression. */
    private static @Nullable String component(Expr expression, Local result) {
        if (expression instanceof Expr.Field field && field.object().equals(result.read())) {
            return field.name();
        }
        boolean isPart = expression instanceof Expr.DualPart part && part.dual().equals(result.read());
        return isPart ? HelperBody.name(((Expr.DualPart) expression).half()) : null;
    }
}
