package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mapstruct.factory.Mappers;

class GrowthTest {
    private static final ImmutableSettings SETTINGS =
            ImmutableSettings.builder().rate(0.5).steps(2).build();

    /** ((s·1.5 + r)·1.5 + r): slopes 2.25 and 2.5. */
    @Test
    void derivativeThroughATypeOfImmutables() {
        var gradient = GrowthGradient.after(4, 1, SETTINGS);

        assertEquals(11.5, gradient.value());
        assertEquals(2.25, gradient.start());
        assertEquals(2.5, gradient.rest());
    }

    @Test
    void immutablesOverGeneratedRecords() {
        Report report = ImmutableReport.builder()
                .title("growth")
                .slopes(GrowthGradient.after(4, 1, SETTINGS))
                .build();

        assertEquals(2.25, report.slopes().start());
    }

    @Test
    void mapStructOverGeneratedRecords() {
        Reports.Row row = Mappers.getMapper(Reports.class).row(GrowthGradient.after(4, 1, SETTINGS));

        assertEquals(new Reports.Row(11.5, 2.25, 2.5), row);
    }
}
