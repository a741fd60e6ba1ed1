package io.github.pushforward.example.report;

import java.util.List;

/** A table in characters of one width, its first column to the left and the others to the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private TextTable() {}

    /** The title, the headings, a line, the rows; each ends with a line feed. */
    public static String of(Table table) {
        int[] widths = new int[table.columns().size()];
        widen(widths, table.columns());
        table.rows().forEach(row -> widen(widths, row));
        StringBuilder text = new StringBuilder();
        text.append(table.title()).append('\n');
        append(text, widths, table.columns());
        append(text, widths, dashes(widths));
        table.rows().forEach(row -> append(text, widths, row));
        return text.toString();
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.max(widths[c], length(cells.get(c)));
        }
    }

    private static List<String> dashes(int[] widths) {
        return java.util.Arrays.stream(widths).mapToObj("-"::repeat).toList();
    }

    private static void append(StringBuilder text, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - length(cells.get(c)));
            line.append(c == 0 ? "" : GAP).append(c == 0 ? cells.get(c) + padding : padding + cells.get(c));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
