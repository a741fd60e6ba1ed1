package io.github.pushforward.example.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text, the first column of which says what the row is.
 *
 * @param title what it shows
 * @param columns their headings
 * @param rows each with a cell for each column
 */
public record Table(String title, List<String> columns, List<List<String>> rows) {

    /** What stands where there is nothing to tell. */
    public static final String NOTHING = "–";

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("the row " + row + " has not one cell for each of " + columns);
            }
        }
    }

    /** A table without rows, to add them to. */
    public static Builder titled(String title, String... columns) {
        return new Builder(title, List.of(columns));
    }

    /** A table in the making. */
    public static final class Builder {
        private final String title;
        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        private Builder(String title, List<String> columns) {
            this.title = title;
            this.columns = columns;
        }

        public Builder row(List<String> cells) {
            rows.add(cells);
            return this;
        }

        public Builder row(String... cells) {
            return row(List.of(cells));
        }

        public Table build() {
            return new Table(title, columns, rows);
        }
    }
}
