package io.github.pushforward.example.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws with XChart. */
public final class XChartPainter implements ChartPainter {

    static {
        System.setProperty("java.awt.headless", "true"); // before any class of AWT is loaded: no display is needed
    }

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final int TICKS = 110;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final float WIDE = 2f;
    private static final float THIN = 0.8f;
    private static final float[] DASHES = {7f, 5f};

    /** Told apart by those who see few colours too: M. Okabe, K. Ito, <i>Color Universal Design</i>, 2002, without yellow. */
    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x000000),
        new Color(0x777777)
    };

    private static final Color GREY = new Color(0xB4B4B4);

    @Override
    public byte[] draw(Chart chart) throws IOException {
        XYChart drawn = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(chart.title())
                .xAxisTitle(chart.x().title())
                .build();
        drawn.setYAxisGroupTitle(LEFT, chart.y().title());
        drawn.getStyler()
                .setXAxisLogarithmic(chart.x().logarithmic())
                .setYAxisLogarithmic(chart.y().logarithmic())
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartBackgroundColor(Color.WHITE);
        drawn.getStyler().setXAxisDecimalPattern("#,###.########").setXAxisTickMarkSpacingHint(TICKS);
        if (chart.right() != null) {
            drawn.setYAxisGroupTitle(RIGHT, chart.right().title());
            drawn.getStyler().setYAxisGroupPosition(RIGHT, YAxisPosition.Right);
            drawn.getStyler().setYAxisMin(LEFT, 0.0).setYAxisMin(RIGHT, 0.0).setYAxisMax(RIGHT, 1.0);
        }
        int colour = 0;
        int number = 0;
        for (Line line : chart.lines()) {
            boolean background = line.style() == Line.Style.BACKGROUND;
            // Series are kept by name: those of the background have none that anybody sees.
            String name = background ? "background " + number++ : line.name();
            style(
                    drawn.addSeries(name, line.x(), drawable(line.y(), chart.y())),
                    line,
                    background ? GREY : COLOURS[colour % COLOURS.length]);
            colour += background ? 0 : 1;
        }
        return BitmapEncoder.getBitmapBytes(drawn, BitmapFormat.PNG);
    }

    /** What cannot be drawn, an infinity or what has no logarithm, breaks a line. */
    private static double[] drawable(double[] y, Axis axis) {
        return Arrays.stream(y)
                .map(value -> Double.isFinite(value) && (value > 0 || !axis.logarithmic()) ? value : Double.NaN)
                .toArray();
    }

    private static void style(XYSeries series, Line line, Color colour) {
        boolean background = line.style() == Line.Style.BACKGROUND;
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        series.setMarker(line.style() == Line.Style.MARKED ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setShowInLegend(!background);
        series.setYAxisGroup(line.style() == Line.Style.RIGHT ? RIGHT : LEFT);
        series.setLineStyle(
                line.style() == Line.Style.DASHED
                        ? new BasicStroke(WIDE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f)
                        : new BasicStroke(background ? THIN : WIDE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }
}
