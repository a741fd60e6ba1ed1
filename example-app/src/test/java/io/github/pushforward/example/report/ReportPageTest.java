package io.github.pushforward.example.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final byte[] PNG = {1, 2, 3, 4};

    private final Findings findings = new Findings(
            "Softmax <regression>",
            List.of("batches of 64 & more"),
            List.of(Table.titled("Costs", "", "here").row("R_f", "1.25").build()),
            List.of(new Chart(
                    "loss",
                    Axis.linear("step"),
                    Axis.linear("loss"),
                    List.of(Line.plain("a", new double[] {0}, new double[] {1})))),
            List.of("what there is to see"));

    @Test
    void thePageHasAllThatWasFoundAndNeedsNothingElse() {
        ReportPage report = new ReportPage("Report", chart -> PNG);
        report.add(findings);
        report.add(findings);
        String page = report.text(List.of("Made here."));
        assertThat(page)
                .contains("<title>Report</title>", "<p>Made here.</p>")
                .contains("Softmax &lt;regression&gt;", "batches of 64 &amp; more", "what there is to see")
                .contains("<td>R_f</td><td>1.25</td>", "<caption>Costs</caption>")
                .contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(PNG) + "\"")
                .contains("id=\"section-1\"", "id=\"section-2\"", "href=\"#section-2\"")
                .doesNotContain("<script", "<link", "http:", "https:");
    }

    @Test
    void aPlotThatCannotBeDrawnIsSaid() {
        ReportPage report = new ReportPage("Report", chart -> {
            throw new UnsatisfiedLinkError("no fonts");
        });
        report.add(findings);
        String page = report.text(List.of());
        assertThat(page)
                .contains("loss: Plot skipped, this machine cannot draw it: UnsatisfiedLinkError: no fonts")
                .doesNotContain("<img");
    }
}
