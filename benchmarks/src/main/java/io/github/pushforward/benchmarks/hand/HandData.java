package io.github.pushforward.benchmarks.hand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/**
 * What ADBench measures HAND on: its model of a hand and {@code hand1_t26_c100}, the smallest instance.
 *
 * @param theta the pose, 26 numbers
 * @param parents the parent of each of the 22 bones, −1 for the wrist, which has none
 * @param relatives the transform of each bone relative to its parent, three rows and four columns
 * @param inverseAbsolutes from the hand at rest into the frame of each bone
 * @param vertices a row for each of x, y, z and a column for each of the 544 vertices
 * @param weights a row for each bone and a column for each vertex
 * @param correspondences the vertex of each point
 * @param points 100 rows of x, y, z
 */
record HandData(
        double[] theta,
        int[] parents,
        double[][][] relatives,
        double[][][] inverseAbsolutes,
        double[][] vertices,
        double[][] weights,
        int[] correspondences,
        double[][] points) {

    private static final int BONES = 22;
    private static final int VERTICES = 544;

    static HandData read() {
        int[] parents = new int[BONES];
        double[][][] relatives = new double[BONES][][];
        double[][][] inverseAbsolutes = new double[BONES][][];
        Words bones = Words.of("bones.txt");
        for (int bone = 0; bone < BONES; bone++) {
            bones.next(); // its name
            parents[bone] = bones.integer();
            relatives[bone] = bones.transform();
            inverseAbsolutes[bone] = bones.transform();
        }

        double[][] vertices = new double[3][VERTICES];
        double[][] weights = new double[BONES][VERTICES];
        Words lines = Words.of("vertices.txt");
        for (int v = 0; v < VERTICES; v++) {
            for (double[] coordinates : vertices) {
                coordinates[v] = lines.number();
            }
            lines.numbers(5); // a normal and coordinates in a texture
            int bonesOfVertex = lines.integer();
            for (int i = 0; i < bonesOfVertex; i++) {
                weights[lines.integer()][v] = lines.number();
            }
        }

        Words instance = Words.of("hand1_t26_c100.txt");
        int count = instance.integer();
        int angles = instance.integer();
        int[] correspondences = new int[count];
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            correspondences[i] = instance.integer();
            points[i] = instance.numbers(3);
        }
        return new HandData(
                instance.numbers(angles),
                parents,
                relatives,
                inverseAbsolutes,
                vertices,
                weights,
                correspondences,
                points);
    }

    /** What stands in a file, one after another; blanks, ends of lines and colons part it. */
    private record Words(StringTokenizer words) {

        static Words of(String resource) {
            try (InputStream in = HandData.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("no resource " + resource + " beside " + HandData.class);
                }
                return new Words(
                        new StringTokenizer(new String(in.readAllBytes(), StandardCharsets.US_ASCII), " \t\r\n:"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String next() {
            return words.nextToken();
        }

        int integer() {
            return Integer.parseInt(next());
        }

        double number() {
            return Double.parseDouble(next());
        }

        double[] numbers(int count) {
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = number();
            }
            return numbers;
        }

        /** A matrix of four rows, without the last one, which is that of every affine transform. */
        double[][] transform() {
            double[][] rows = {numbers(4), numbers(4), numbers(4)};
            numbers(4);
            return rows;
        }
    }
}
