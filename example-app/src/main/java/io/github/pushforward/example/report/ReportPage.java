package io.github.pushforward.example.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What experiments found, as one HTML page with its plots inside, which needs nothing beside it. */
public final class ReportPage {

    private static final String TEMPLATE = "report.ftlh";

    private final String title;
    private final ChartPainter painter;
    private final List<Map<String, Object>> sections = new ArrayList<>();

    public ReportPage(String title, ChartPainter painter) {
        this.title = title;
        this.painter = painter;
    }

    /** Adds a section. */
    public void add(Findings findings) {
        sections.add(Map.of(
                "id",
                "section-" + (sections.size() + 1),
                "findings",
                findings,
                "images",
                findings.charts().stream().map(this::image).toList()));
    }

    /**
     * The page with the sections that there are.
     *
     * @param introduction a paragraph each
     */
    public String text(List<String> introduction) {
        StringWriter page = new StringWriter();
        try {
            configuration()
                    .getTemplate(TEMPLATE)
                    .process(Map.of("title", title, "introduction", introduction, "sections", sections), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + TEMPLATE + " does not fit what it is given", e);
        }
        return page.toString();
    }

    private Map<String, String> image(Chart chart) {
        Drawing drawing = Drawing.of(chart, painter);
        byte[] png = drawing.png();
        String data = png == null ? "" : Base64.getEncoder().encodeToString(png);
        return Map.of("title", chart.title(), "data", data, "failure", drawing.failure());
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ReportPage.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
