package io.github.pushforward.acceptance.adbench;

import static io.github.pushforward.acceptance.adbench.BundleAdjustment.CAMERA_PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.acceptance.Flat;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualOf;
import io.github.pushforward.runtime.SparseJacobian;
import io.github.pushforward.runtime.SparseMatrix;
import io.github.pushforward.runtime.SparsityPattern;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The errors of reprojected points, and their sparse Jacobian, against ADBench's: observation i depends on its camera, its
 * point and its weight alone, so that its two rows of the Jacobian are the block that {@code reprojectionError} gives.
 */
class BundleAdjustmentTest {

    private static final int POINT = CAMERA_PARAMETERS;
    private static final int WEIGHT = POINT + 3;
    private static final int COLUMNS = WEIGHT + 1;

    @ParameterizedTest
    @ValueSource(strings = {"test", "ba1_n49_m7776_p31843"})
    void valuesAndBlocksAgreeWithAdbench(String instance) {
        Golden golden = Golden.of("ba_" + instance);
        Input input = Input.read(instance);
        int n = input.weights.length;
        double[] values = input.residuals();

        int nonzeros = 0;
        for (int i = 0; i < n; i++) {
            // ADBench repeats one camera, point, weight and feature, so each observation has the values of the first.
            golden.assertAgrees("reproj0", values[2 * i], values[2 * i + 1]);
            golden.assertAgrees("w0", values[2 * n + i]);
            double[][] block = input.block(i);
            golden.assertAgrees("first30vals", Flat.of((Object) block));
            Dual weightError = BundleAdjustmentTangent.weightError(input.weights[i], 1);
            assertThat(weightError.value()).isEqualTo(values[2 * n + i]);
            assertThat(weightError.tangent()).isEqualTo(-2 * input.weights[i]);
            nonzeros += 2 * COLUMNS + 1;
        }
        assertThat(values).hasSize((int) golden.get("nrows")[0]);
        assertThat(Flat.of(input.cameras, input.points, input.weights)).hasSize((int) golden.get("ncols")[0]);
        assertThat(nonzeros).isEqualTo((int) golden.get("nnz")[0]);
    }

    @Test
    void theGeneratedJacobianOfAnObservation() {
        Input input = Input.read("test");
        BundleAdjustmentGradient.ReprojectionErrorJacobian jacobian = BundleAdjustmentGradient.reprojectionError(
                input.cameras[0], input.points[0], input.weights[0], input.features[0]);
        double[][] rows = new double[2][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Flat.of(jacobian.camera()[i], jacobian.point()[i], new double[] {jacobian.weight()[i]});
        }

        Golden.of("ba_test").assertAgrees("first30vals", Flat.of((Object) rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "ba1_n49_m7776_p31843"})
    void theTangentOfTheWholeIsTheSparseJacobianTimesTheDirection(String instance) {
        Input input = Input.read(instance);
        int n = input.weights.length;
        SplittableRandom random = new SplittableRandom(1L);
        double[][] camerasTangent = random(input.cameras, random);
        double[][] pointsTangent = random(input.points, random);
        double[] weightsTangent = random(new double[][] {input.weights}, random)[0];

        DualOf<double[], double[]> dual = BundleAdjustmentTangent.residuals(
                input.cameras,
                input.points,
                input.weights,
                input.observations,
                input.features,
                camerasTangent,
                pointsTangent,
                weightsTangent);

        assertThat(dual.value()).isEqualTo(input.residuals());
        for (int i = 0; i < n; i++) {
            double[][] block = input.block(i);
            double[] direction = Flat.of(
                    camerasTangent[input.observations[i][0]],
                    pointsTangent[input.observations[i][1]],
                    weightsTangent[i]);
            for (int row = 0; row < 2; row++) {
                double expected = 0;
                double scale = 0;
                for (int j = 0; j < COLUMNS; j++) {
                    expected += block[row][j] * direction[j];
                    scale += Math.abs(block[row][j] * direction[j]);
                }
                assertThat(dual.tangent()[2 * i + row]).isCloseTo(expected, within(1e-13 * scale));
            }
            assertThat(dual.tangent()[2 * n + i]).isCloseTo(-2 * input.weights[i] * weightsTangent[i], within(1e-15));
        }
    }

    /**
     * Fewer directions than a block has columns, whatever the number of inputs. ADBench stores whole blocks; the pattern knows that each
     * coordinate of the principal point moves one of the two errors alone.
     */
    @ParameterizedTest
    @ValueSource(strings = {"test", "ba1_n49_m7776_p31843"})
    void theCompressedJacobianConsistsOfTheBlocks(String instance) {
        Golden golden = Golden.of("ba_" + instance);
        Input input = Input.read(instance);
        int n = input.weights.length;
        DifferentiableMapping view = BundleAdjustmentGradient.residualsFunction(
                input.cameras, input.points, input.weights, input.observations, input.features);
        SparseJacobian plan = SparseJacobian.of(view);

        SparsityPattern pattern = plan.pattern();
        assertThat(pattern.rows()).isEqualTo((int) golden.get("nrows")[0]);
        assertThat(pattern.columns()).isEqualTo((int) golden.get("ncols")[0]);
        assertThat(pattern.entries()).isEqualTo((int) golden.get("nnz")[0] - 2 * n);
        assertThat(plan.coloring().colors()).isEqualTo(COLUMNS - 1);

        double[] y = new double[3 * n];
        SparseMatrix jacobian = plan.evaluate(view.start(), y);
        assertThat(y).isEqualTo(input.residuals());
        for (int i = 0; i < n; i += 1 + n / 100) {
            double[][] block = input.block(i);
            int[] columns = input.columns(i);
            for (int row = 0; row < 2; row++) {
                for (int j = 0; j < COLUMNS; j++) {
                    assertThat(jacobian.get(2 * i + row, columns[j])).isEqualTo(block[row][j] + 0.0);
                }
            }
            assertThat(jacobian.get(2 * n + i, columns[WEIGHT])).isEqualTo(-2 * input.weights[i]);
        }
    }

    private static double[][] random(double[][] like, SplittableRandom random) {
        double[][] direction = new double[like.length][];
        for (int i = 0; i < like.length; i++) {
            direction[i] = new double[like[i].length];
            Directions.gaussian().draw(direction[i], random);
        }
        return direction;
    }

    private record Input(
            double[][] cameras, double[][] points, double[] weights, int[][] observations, double[][] features) {

        static Input read(String name) {
            Numbers in = Numbers.of("ba/" + name + ".txt");
            int cameraCount = in.integer();
            int pointCount = in.integer();
            int n = in.integer();
            double[][] cameras = repeat(in.array(CAMERA_PARAMETERS), cameraCount);
            double[][] points = repeat(in.array(3), pointCount);
            double[] weights = new double[n];
            Arrays.fill(weights, in.number());
            int[][] observations = new int[n][];
            for (int i = 0; i < n; i++) {
                observations[i] = new int[] {i % cameraCount, i % pointCount};
            }
            return new Input(cameras, points, weights, observations, repeat(in.array(2), n));
        }

        private static double[][] repeat(double[] row, int times) {
            double[][] rows = new double[times][];
            Arrays.setAll(rows, i -> row.clone());
            return rows;
        }

        double[] residuals() {
            return BundleAdjustment.residuals(cameras, points, weights, observations, features);
        }

        /** What observation i depends on, among all inputs packed in order. */
        int[] columns(int i) {
            int[] columns = new int[COLUMNS];
            int firstPoint = cameras.length * CAMERA_PARAMETERS;
            int firstWeight = firstPoint + 3 * points.length;
            Arrays.setAll(
                    columns,
                    j -> j < POINT
                            ? observations[i][0] * CAMERA_PARAMETERS + j
                            : j < WEIGHT ? firstPoint + 3 * observations[i][1] + j - POINT : firstWeight + i);
            return columns;
        }

        /** The two rows of observation i: columns of its camera, of its point and of its weight. */
        double[][] block(int i) {
            double[] camera = cameras[observations[i][0]];
            double[] point = points[observations[i][1]];
            double[] value = BundleAdjustment.reprojectionError(camera, point, weights[i], features[i]);
            double[][] block = new double[2][COLUMNS];
            for (int j = 0; j < COLUMNS; j++) {
                double[] unit = new double[COLUMNS];
                unit[j] = 1;
                DualOf<double[], double[]> dual = BundleAdjustmentTangent.reprojectionError(
                        camera,
                        point,
                        weights[i],
                        features[i],
                        Arrays.copyOf(unit, POINT),
                        Arrays.copyOfRange(unit, POINT, WEIGHT),
                        unit[WEIGHT]);
                assertThat(dual.value()).isEqualTo(value);
                block[0][j] = dual.tangent()[0];
                block[1][j] = dual.tangent()[1];
            }
            return block;
        }
    }
}
