package io.github.pushforward.acceptance.adbench;

/**
 * ADBench's model of a hand: 22 bones with transforms relative to their parents, 544 vertices that weigh the bones which
 * move them, and triangles of vertices. Vertices are columns, in homogeneous coordinates.
 */
record HandModel(
        int[] parents,
        double[][][] relatives,
        double[][][] inverseAbsolutes,
        double[][] vertices,
        double[][] weights,
        int[][] triangles) {

    private static final int BONES = 22;
    private static final int VERTICES = 544;

    static HandModel read() {
        int[] parents = new int[BONES];
        double[][][] relatives = new double[BONES][][];
        double[][][] inverseAbsolutes = new double[BONES][][];
        Numbers bones = Numbers.of("hand/model/bones.txt");
        for (int b = 0; b < BONES; b++) {
            bones.word(); // its name
            parents[b] = bones.integer();
            relatives[b] = bones.matrix(4, 4);
            inverseAbsolutes[b] = bones.matrix(4, 4);
        }

        double[][] vertices = new double[4][VERTICES];
        double[][] weights = new double[BONES][VERTICES];
        Numbers vertexLines = Numbers.of("hand/model/vertices.txt");
        for (int v = 0; v < VERTICES; v++) {
            for (int i = 0; i < 3; i++) {
                vertices[i][v] = vertexLines.number();
            }
            vertices[3][v] = 1;
            vertexLines.array(5); // a normal and texture coordinates
            int bonesOfVertex = vertexLines.integer();
            for (int i = 0; i < bonesOfVertex; i++) {
                weights[vertexLines.integer()][v] = vertexLines.number();
            }
        }
        int[][] triangles = Numbers.of("hand/model/triangles.txt").integerRows(3);
        return new HandModel(parents, relatives, inverseAbsolutes, vertices, weights, triangles);
    }
}
