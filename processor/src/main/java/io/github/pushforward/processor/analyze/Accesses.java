package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The variables, elements and fields that a value is computed from, told apart as far as the source tells them apart. */
final class Accesses {
    private final Sources sources;
    private final Activity activity;

    Accesses(Sources sources, Activity activity) {
        this.sources = sources;
        this.activity = activity;
    }

    /** Those on which a value depends differentiably. */
    List<Expr> of(Expr value) {
        List<Expr> accesses = new ArrayList<>();
        collect(value, accesses);
        return accesses;
    }

    private void collect(Expr value, List<Expr> accesses) {
        if (!value.type().carriesDerivative()) {
            return;
        }
        if (isAccess(value)) {
            accesses.add(value);
        } else {
            sources.carriers(value).forEach(carrier -> collect(carrier, accesses));
        }
    }

    private static boolean isAccess(Expr value) {
        return value instanceof Expr.Read
                || value instanceof Expr.StaticField
                || value instanceof Expr.Field
                || value instanceof Expr.Element;
    }

    /** Whether a value that is computed from some accesses may move together with another one. */
    boolean moveWith(List<Expr> accesses, Expr value) {
        return of(value).stream().anyMatch(origin -> accesses.stream().anyMatch(access -> isRelated(access, origin)));
    }

    private boolean isRelated(Expr access, Expr origin) {
        Set<Place> places = sources.values(access);
        Set<Place> origins = sources.values(origin);
        return Collections.disjoint(places, origins)
                ? !Collections.disjoint(places, activity.relatedTo(origins))
                : mayBeOne(access, origin);
    }

    /** Whether two accesses may be of the same number, or of an array or object and a part of it. */
    private static boolean mayBeOne(Expr one, Expr other) {
        if (one instanceof Expr.Element first && other instanceof Expr.Element second) {
            boolean differ = first.index() instanceof Expr.Literal
                    && second.index() instanceof Expr.Literal
                    && !first.index().equals(second.index());
            return !differ && mayBeOne(first.array(), second.array());
        }
        if (one instanceof Expr.Field first && other instanceof Expr.Field second) {
            return first.name().equals(second.name()) && mayBeOne(first.object(), second.object());
        }
        return true;
    }
}
