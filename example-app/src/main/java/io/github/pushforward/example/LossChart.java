package io.github.pushforward.example;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws with XChart: the losses against the left axis, the accuracy against the right one. */
final class LossChart implements LossPlot {

    static {
        System.setProperty("java.awt.headless", "true"); // before any class of AWT is loaded: no display is needed
    }

    private static final int LOSS = 0;
    private static final int ACCURACY = 1;

    @Override
    public byte[] draw(LossCurve curve) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title("Handwritten digits, softmax regression by forward gradient descent")
                .xAxisTitle("step")
                .build();
        chart.setYAxisGroupTitle(LOSS, "loss");
        chart.setYAxisGroupTitle(ACCURACY, "accuracy");
        chart.getStyler()
                .setYAxisGroupPosition(ACCURACY, YAxisPosition.Right)
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartBackgroundColor(Color.WHITE);
        chart.getStyler()
                .setYAxisMin(LOSS, 0.0)
                .setYAxisMin(ACCURACY, 0.0)
                .setYAxisMax(ACCURACY, 1.0)
                .setXAxisDecimalPattern("#,###");
        List<LossCurve.Point> points = curve.points();
        add(chart, LOSS, "training loss", points, LossCurve.Point::trainLoss);
        add(chart, LOSS, "test loss", points, LossCurve.Point::testLoss);
        add(chart, ACCURACY, "test accuracy", points, LossCurve.Point::testAccuracy);
        return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
    }

    private static void add(
            XYChart chart, int axis, String name, List<LossCurve.Point> points, ToDoubleFunction<LossCurve.Point> y) {
        double[] steps = points.stream().mapToDouble(LossCurve.Point::step).toArray();
        XYSeries series =
                chart.addSeries(name, steps, points.stream().mapToDouble(y).toArray());
        series.setYAxisGroup(axis);
        series.setMarker(SeriesMarkers.NONE);
    }
}
