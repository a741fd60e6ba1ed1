package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinctRowsTest {

    /** Few columns, so that rows occur again; empty ones among them. */
    @ParameterizedTest
    @CsvSource({"500,4,3", "500,30,2", "1,3,3", "0,3,3", "1000,2000,5"})
    void eachRowIsThereOnce(int rows, int columns, int most) {
        SparsityPattern pattern = Patterns.random(rows, columns, most, 6);
        Set<List<Integer>> expected = new LinkedHashSet<>();
        for (int i = 0; i < rows; i++) {
            expected.add(rowOf(pattern, i));
        }
        SparsityPattern distinct = DistinctRows.of(pattern);
        List<List<Integer>> found = new ArrayList<>();
        for (int i = 0; i < distinct.rows(); i++) {
            found.add(rowOf(distinct, i));
        }
        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(distinct.columns()).isEqualTo(columns);
    }

    @Test
    void aPatternWithoutRepetitionIsNotCopied() {
        SparsityPattern band = SparsityPattern.banded(100, 100, 1, 1);
        assertThat(DistinctRows.of(band)).isSameAs(band);
    }

    private static List<Integer> rowOf(SparsityPattern pattern, int row) {
        List<Integer> columns = new ArrayList<>();
        for (int column : pattern.columnsOf(row)) {
            columns.add(column);
        }
        return columns;
    }
}
