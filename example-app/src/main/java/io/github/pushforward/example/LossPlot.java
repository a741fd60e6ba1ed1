package io.github.pushforward.example;

import java.io.IOException;

/** Draws a loss curve. */
@FunctionalInterface
interface LossPlot {

    /**
     * The drawing as a PNG file.
     *
     * @throws IOException if it cannot be encoded
     */
    byte[] draw(LossCurve curve) throws IOException;
}
