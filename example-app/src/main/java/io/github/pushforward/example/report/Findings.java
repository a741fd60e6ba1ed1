package io.github.pushforward.example.report;

import java.util.List;

/**
 * What an experiment found.
 *
 * @param title of the experiment
 * @param setting what was done, a sentence each
 * @param tables the figures
 * @param charts the plots
 * @param remarks what there is to see, a sentence or a few each
 */
public record Findings(
        String title, List<String> setting, List<Table> tables, List<Chart> charts, List<String> remarks) {

    public Findings {
        setting = List.copyOf(setting);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        remarks = List.copyOf(remarks);
    }
}
