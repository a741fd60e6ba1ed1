package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Method;

/** What a plan makes of the tangent methods of a compilation. */
enum FormKind {
    /** Several directions a pass. */
    LANES(CodeSize.COMPILED, true) {
        @Override
        LaneTransform.LaneForm form(Method tangent, int lanes) {
            return LaneTransform.of(tangent, lanes);
        }

        @Override
        Callee callee(Callee tangent, int lanes) {
            return LaneNames.of(tangent, lanes);
        }

        @Override
        boolean isRoot(Sibling.Tangent tangent) {
            return tangent.isRepeatable();
        }
    },

    /**
     * Sets of inputs in place of tangents, which count as one lane. They are run once for a pattern and need not be compiled; sizes
     * are estimated, so that half of what is possible is allowed.
     */
    INDEX_SETS(CodeSize.POSSIBLE / 2, false) {
        @Override
        LaneTransform.LaneForm form(Method tangent, int lanes) {
            return IndexSetTransform.of(tangent);
        }

        @Override
        Callee callee(Callee tangent, int lanes) {
            return IndexSetNames.of(tangent);
        }

        /** The methods with a view as a mapping. */
        @Override
        boolean isRoot(Sibling.Tangent tangent) {
            return tangent.isRepeatable()
                    && tangent.isMovable()
                    && !tangent.source().result().isFloating();
        }
    };

    private final int most;
    private final boolean hasRootsAmongHelpers;

    FormKind(int most, boolean hasRootsAmongHelpers) {
        this.most = most;
        this.hasRootsAmongHelpers = hasRootsAmongHelpers;
    }

    /**
     * The form of a tangent method.
     *
     * @throws NoLanes if it has none
     */
    abstract LaneTransform.LaneForm form(Method tangent, int lanes);

    /** What the form is called, takes and returns. */
    abstract Callee callee(Callee tangent, int lanes);

    /** Whether the form is wanted for its own sake, not only where another calls it. */
    abstract boolean isRoot(Sibling.Tangent tangent);

    /** The same of what other classes may call, but nobody annotated. */
    boolean hasRootsAmongHelpers() {
        return hasRootsAmongHelpers;
    }

    /** Whether speed matters so much that helpers stand in the place of their calls. */
    boolean inlines() {
        return this == LANES;
    }

    /** The most byte codes that a form may have. */
    int most() {
        return most;
    }
}
