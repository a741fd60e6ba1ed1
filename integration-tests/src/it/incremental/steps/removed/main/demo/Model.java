package demo;

final class Model {
    private Model() {}

    static double g(double x) {
        return 5 * x;
    }
}
