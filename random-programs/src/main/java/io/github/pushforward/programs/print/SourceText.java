package io.github.pushforward.programs.print;

/** Lines of source, indented. */
final class SourceText {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void line(String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }

    /** A line that opens a block. */
    void open(String line) {
        line(line);
        depth++;
    }

    /** A line that closes a block. */
    void close(String line) {
        depth--;
        line(line);
    }

    /** A line that closes a block and opens another. */
    void reopen(String line) {
        close(line);
        depth++;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
