package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects written to flat arrays and read from them, by layouts as they are generated. */
class FlatObjectsTest {

    private record Pair(double a, @Nullable Double b) {}

    private record PairTangent(double a, double b) {}

    private static final ValueLayout<Pair, PairTangent> PAIR = new ValueLayout<>() {
        @Override
        public void pack(Pair value, FlatWriter flat) {
            flat.put(value.a());
            flat.put(value.b());
        }

        @Override
        public void pack(Pair value, PairTangent tangent, FlatWriter flat) {
            flat.put(tangent.a());
            flat.put(value.b(), tangent.b());
        }

        @Override
        public PairTangent tangent(Pair value, FlatReader flat) {
            return new PairTangent(flat.number(), flat.number(value.b()));
        }

        @Override
        public Pair rebuild(Pair value, FlatReader flat) {
            return new Pair(flat.number(), flat.box(value.b()));
        }
    };
    private static final ObjectLayout<Pair[], PairTangent[]> PAIRS = PAIR.arrays(PairTangent[]::new);

    private static final class Cell {
        @Nullable
        Pair pair;

        float @Nullable [][] rows;

        @Nullable
        Cell next;

        static Cell of(@Nullable Pair pair, @Nullable Cell next, float[] @Nullable ... rows) {
            Cell cell = new Cell();
            cell.pair = pair;
            cell.next = next;
            cell.rows = rows;
            return cell;
        }
    }

    private static final class CellTangent {
        @Nullable
        PairTangent pair;

        float @Nullable [][] rows;

        @Nullable
        CellTangent next;
    }

    private static final class CellLayout implements ObjectLayout<Cell, CellTangent> {
        @Override
        public void pack(Cell value, FlatWriter flat) {
            flat.put(value.pair, PAIR);
            flat.put(value.rows);
            flat.put(value.next, CELL);
        }

        @Override
        public void pack(Cell value, CellTangent tangent, FlatWriter flat) {
            flat.put(value.pair, tangent.pair, PAIR, "pair");
            flat.put(value.rows, tangent.rows, "rows");
            flat.put(value.next, tangent.next, CELL, "next");
        }

        @Override
        public CellTangent tangent(Cell value, FlatReader flat) {
            CellTangent tangent = new CellTangent();
            tangent.pair = flat.tangent(value.pair, PAIR);
            tangent.rows = flat.numbers(value.rows);
            tangent.next = flat.tangent(value.next, CELL);
            return tangent;
        }

        @Override
        public Cell rebuild(Cell value, FlatReader flat) {
            Cell cell = new Cell();
            cell.pair = flat.value(value.pair, PAIR);
            cell.rows = flat.numbers(value.rows);
            cell.next = flat.value(value.next, CELL);
            return cell;
        }
    }

    private static final ObjectLayout<Cell, CellTangent> CELL = new CellLayout();
    private static final ObjectLayout<Cell[], CellTangent[]> CELLS = CELL.arrays(CellTangent[]::new);

    private static FlatReader reader(double... flat) {
        return new FlatReader().reset(flat, false);
    }

    @Test
    void valuesAreWrittenWhereverTheyOccur() {
        Pair pair = new Pair(1, 2.0);
        FlatWriter flat = FlatWriter.inputs();
        assertThat(flat.put(new Pair[] {pair, null, pair, new Pair(3, null)}, PAIRS))
                .isEqualTo(5);
        assertThat(flat.numbers()).containsExactly(1, 2, 1, 2, 3);
    }

    @Test
    void sharedPartsAreWrittenOnceAndReadOnce() {
        float[] row = {1, 2};
        Cell last = Cell.of(null, null, row, null, row);
        Cell[] cells = {Cell.of(new Pair(5, null), last, row), last, null};
        FlatWriter flat = FlatWriter.inputs();
        assertThat(flat.put(cells, CELLS)).isEqualTo(3);
        assertThat(flat.numbers()).containsExactly(5, 1, 2);
        assertThat(flat.put(cells, CELLS)).isZero();

        FlatReader reader = reader(7, 8, 9);
        Cell[] rebuilt = reader.value(cells, CELLS);
        assertThat(rebuilt).isNotSameAs(cells).hasSize(3);
        assertThat(rebuilt[0].pair).isEqualTo(new Pair(7, null));
        assertThat(rebuilt[0].next).isSameAs(rebuilt[1]).isNotSameAs(last);
        assertThat(rebuilt[0].rows[0])
                .isSameAs(rebuilt[1].rows[0])
                .isSameAs(rebuilt[1].rows[2])
                .containsExactly(8, 9);
        assertThat(rebuilt[1].rows[1]).isNull();
        assertThat(row).containsExactly(1, 2);
        assertThat(reader.value(cells, CELLS)).isSameAs(rebuilt);

        CellTangent[] tangents = reader(7, 8, 9).tangent(cells, CELLS);
        assertThat(tangents[0].next).isSameAs(tangents[1]);
        assertThat(tangents[0].pair).isEqualTo(new PairTangent(7, 0));
        assertThat(tangents[2]).isNull();
    }

    @Test
    void outputsAreWrittenWhereverTheyOccur() {
        Cell cell = Cell.of(new Pair(5, 6.0), null, new float[] {1});
        Cell[] cells = {cell, cell};
        FlatWriter counter = FlatWriter.counter();
        counter.put(cells, CELLS);
        assertThat(counter.size()).isEqualTo(6);
        double[] numbers = new double[6];
        FlatWriter.outputs(numbers).put(cells, CELLS);
        assertThat(numbers).containsExactly(5, 6, 1, 5, 6, 1);
    }

    @Test
    void cyclesEnd() {
        Cell cell = Cell.of(null, null);
        cell.next = Cell.of(null, cell);
        for (FlatWriter flat : new FlatWriter[] {FlatWriter.inputs(), FlatWriter.counter()}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> flat.put(cell, CELL))
                    .withMessageContaining("Cell refers back to itself");
        }
    }

    @Test
    void tangentsHaveTheShapeOfTheirPrimals() {
        Cell cell = Cell.of(new Pair(5, 6.0), null, new float[] {1}, new float[] {2, 3});
        CellTangent tangent = new CellTangent();
        tangent.pair = new PairTangent(0.5, 0.25);
        tangent.rows = new float[][] {{4}, {5, 6}};
        FlatWriter flat = FlatWriter.inputs();
        assertThat(flat.put(cell, tangent, CELL, "cTangent")).isEqualTo(5);
        assertThat(flat.numbers()).containsExactly(0.5, 0.25, 4, 5, 6);

        tangent.rows[1] = new float[1];
        assertMismatch(cell, tangent, "cTangents[0].rows[1] is of length 1, but its primal is of length 2");
        tangent.rows = null;
        assertMismatch(cell, tangent, "cTangents[0].rows is null, but its primal is of length 2");
        cell.next = Cell.of(null, null);
        tangent.rows = new float[][] {{4}, {5, 6}};
        FlatWriter.inputs()
                .put(new Cell[] {cell}, new CellTangent[] {tangent}, CELLS, "without numbers, none is needed");
        cell.next.pair = new Pair(1, 1.0);
        assertMismatch(cell, tangent, "cTangents[0].next is null, but its primal is not");
        cell.next = null;
        tangent.next = new CellTangent();
        assertMismatch(cell, tangent, "cTangents[0].next is given, but its primal is null");
    }

    private static void assertMismatch(Cell cell, CellTangent tangent, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FlatWriter.inputs().put(new Cell[] {cell}, new CellTangent[] {tangent}, CELLS, "cTangents"))
                .withMessageStartingWith(message);
    }

    @Test
    void valuesStandForThemselvesAtTheStart() {
        Pair pair = new Pair(1, 2.0);
        Cell cell = Cell.of(pair, null, new float[] {3});
        Cell rebuilt = new FlatReader().reset(new double[] {1, 2, 3}, true).value(cell, CELL);
        assertThat(rebuilt).isNotSameAs(cell);
        assertThat(rebuilt.pair).isSameAs(pair);
        assertThat(rebuilt.rows[0]).isNotSameAs(cell.rows[0]).containsExactly(3);
    }

    @Test
    void whatIsKeptIsNotSharedWithWhatIsMade() {
        Cell kept = Cell.of(new Pair(1, 2.0), null, new float[] {3});
        Cell made = Cell.of(null, null, new float[] {4});
        FlatReader reader = reader(1, 2, 3, 9);
        reader.keep(kept, CELL, "kept");
        assertThat(reader.value(made, CELL).rows[0]).containsExactly(9);

        made.next = kept;
        FlatReader keptFirst = reader(1, 2, 3, 9);
        keptFirst.keep(kept, CELL, "kept");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keptFirst.value(made, CELL))
                .withMessageContaining("Cell");
        FlatReader madeFirst = reader(9, 1, 2, 3);
        madeFirst.value(made, CELL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> madeFirst.keep(kept, CELL, "kept"))
                .withMessageStartingWith("kept and another input");
    }

    @Test
    void whatCannotBeMadeAgainSaysSo() {
        ObjectLayout<Cell, CellTangent> fixed = new ObjectLayout<>() {
            @Override
            public void pack(Cell value, FlatWriter flat) {}

            @Override
            public void pack(Cell value, CellTangent tangent, FlatWriter flat) {}

            @Override
            public @Nullable CellTangent tangent(Cell value, FlatReader flat) {
                return null;
            }
        };
        Cell cell = Cell.of(null, null);
        assertThatIllegalStateException()
                .isThrownBy(() -> reader().value(cell, fixed))
                .withMessageContaining("cannot be made again");
        FlatReader reader = reader();
        assertThat(reader.tangent(cell, fixed)).isNull();
        assertThat(reader.tangent(cell, fixed)).isNull();
    }
}
