package io.github.pushforward.example.model;

/** The network once more, image by image, each formula as a textbook has it: padded images, probabilities. */
record NaiveConvolutionalNetwork(ConvolutionalParameters parameters) {

    double loss(double[][] images, int[] labels) {
        double sum = 0;
        for (int b = 0; b < images.length; b++) {
            double[] scores = scores(images[b]);
            double all = 0;
            for (double score : scores) {
                all += Math.exp(score);
            }
            sum -= Math.log(Math.exp(scores[labels[b]]) / all);
        }
        return sum / images.length;
    }

    double[] scores(double[] image) {
        int side = (int) Math.sqrt(image.length);
        double[][][] x = new double[1][side][side];
        for (int p = 0; p < image.length; p++) {
            x[0][p / side][p % side] = image[p];
        }
        x = pool(convolve(1, convolve(0, x)));
        x = pool(convolve(3, convolve(2, x)));
        double[] features = new double[x.length * x[0].length * x[0].length];
        int next = 0;
        for (double[][] channel : x) {
            for (double[] row : channel) {
                for (double number : row) {
                    features[next++] = number;
                }
            }
        }
        double[] hidden = dense(parameters.hiddenWeights(), parameters.hiddenBias(), features);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = hidden[i] < 0 ? 0 : hidden[i];
        }
        return dense(parameters.outputWeights(), parameters.outputBias(), hidden);
    }

    private double[][][] convolve(int layer, double[][][] inputs) {
        double[][][] kernels = parameters.kernels()[layer];
        int side = inputs[0].length;
        double[][][] outputs = new double[kernels.length][side][side];
        for (int o = 0; o < kernels.length; o++) {
            for (int r = 0; r < side; r++) {
                for (int c = 0; c < side; c++) {
                    double sum = parameters.kernelBias()[layer][o];
                    for (int i = 0; i < inputs.length; i++) {
                        for (int tap = 0; tap < 9; tap++) {
                            sum += kernels[o][i][tap] * padded(inputs[i], r + tap / 3 - 1, c + tap % 3 - 1);
                        }
                    }
                    outputs[o][r][c] = sum < 0 ? 0 : sum;
                }
            }
        }
        return outputs;
    }

    private static double padded(double[][] channel, int row, int column) {
        boolean inside = row >= 0 && row < channel.length && column >= 0 && column < channel.length;
        return inside ? channel[row][column] : 0;
    }

    private static double[][][] pool(double[][][] inputs) {
        int half = inputs[0].length / 2;
        double[][][] outputs = new double[inputs.length][half][half];
        for (int o = 0; o < inputs.length; o++) {
            for (int r = 0; r < 2 * half; r++) {
                for (int c = 0; c < 2 * half; c++) {
                    // Nothing is less than 0 after ReLU.
                    outputs[o][r / 2][c / 2] = Math.max(outputs[o][r / 2][c / 2], inputs[o][r][c]);
                }
            }
        }
        return outputs;
    }

    private static double[] dense(double[][] weights, double[] bias, double[] inputs) {
        double[] outputs = bias.clone();
        for (int o = 0; o < outputs.length; o++) {
            for (int i = 0; i < inputs.length; i++) {
                outputs[o] += weights[o][i] * inputs[i];
            }
        }
        return outputs;
    }
}
