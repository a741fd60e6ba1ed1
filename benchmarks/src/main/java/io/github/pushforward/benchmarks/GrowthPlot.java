package io.github.pushforward.benchmarks;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Medians of ratios over the number of inputs, both axes logarithmic. */
record GrowthPlot(String title, List<Ratio> ratios, List<Measurement> measurements) {

    static {
        System.setProperty("java.awt.headless", "true"); // before any class of AWT is loaded: no display is needed
    }

    /** @param file without the ending .png */
    void save(Path file) throws IOException {
        BitmapEncoder.saveBitmap(chart(), file.toString(), BitmapFormat.PNG);
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title(title)
                .xAxisTitle("n")
                .yAxisTitle("runs of the original")
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisDecimalPattern("#,###").setYAxisDecimalPattern("#,###");
        for (Ratio ratio : ratios) {
            List<Measurement> having = measurements.stream()
                    .filter(measurement -> !measurement.spread(ratio).isEmpty())
                    .toList();
            chart.addSeries(
                    ratio.heading(),
                    having.stream()
                            .mapToDouble(measurement -> measurement.kernel().inputs())
                            .toArray(),
                    having.stream()
                            .mapToDouble(
                                    measurement -> measurement.spread(ratio).median())
                            .toArray());
        }
        return chart;
    }
}
