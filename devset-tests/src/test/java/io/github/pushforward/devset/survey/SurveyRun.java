package io.github.pushforward.devset.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.devset.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the survey; only with the Maven profile of that name (see the README of this module). Fails on nothing but
 * having found nothing: its product is the report.
 */
@Tag("survey")
final class SurveyRun {
    @Test
    void writesItsReport() throws Exception {
        Path folder = Path.of(System.getProperty("survey.libraries", "target/survey/libraries"));
        Path reports = Path.of(System.getProperty("survey.reports", "target/survey"));
        Pattern wanted = Pattern.compile(System.getProperty("survey.only", ""));
        boolean followsCallees = Boolean.getBoolean("survey.along");
        List<Outcome> outcomes = new Survey(Library.in(folder), wanted, followsCallees, reports).run();
        assertThat(outcomes).isNotEmpty();
    }
}
