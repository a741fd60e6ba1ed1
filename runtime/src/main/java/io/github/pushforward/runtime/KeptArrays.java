package io.github.pushforward.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an array of arrays consists of, so that a view finds it so again after a pass that may have put other rows into it, without a
 * new array. Generated code uses these.
 *
 * <p>A row that occurs in several places is one row, and comes back to all of them; rows that were null are null again.
 */
public final class KeptArrays {
    private final List<Object> arrays = new ArrayList<>();
    private final List<Object> contents = new ArrayList<>();

    private KeptArrays(@Nullable Object array, boolean withNumbers) {
        add(array, withNumbers);
    }

    /**
     * Which rows are in which places, of an array of any rank; not what numbers are in them.
     *
     * @param array the array
     * @return what was found
     */
    public static KeptArrays rowsOf(Object @Nullable [] array) {
        return new KeptArrays(array, false);
    }

    /**
     * Which rows are in which places, and what is in them, of an array of any rank.
     *
     * @param array the array
     * @return what was found
     */
    public static KeptArrays of(Object @Nullable [] array) {
        return new KeptArrays(array, true);
    }

    private void add(@Nullable Object array, boolean withNumbers) {
        if (array instanceof Object[] rows) {
            arrays.add(rows);
            contents.add(rows.clone());
            for (Object row : rows) {
                add(row, withNumbers);
            }
        } else if (array != null && withNumbers && array.getClass().isArray()) {
            arrays.add(array);
            contents.add(Shadows.copy(array));
        }
    }

    /** Puts everything back into its place. */
    public void restore() {
        for (int i = 0; i < arrays.size(); i++) {
            Object array = arrays.get(i);
            Object content = contents.get(i);
            System.arraycopy(content, 0, array, 0, java.lang.reflect.Array.getLength(array));
        }
    }
}
