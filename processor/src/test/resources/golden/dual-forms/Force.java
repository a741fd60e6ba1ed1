package demo;

interface Force {
    double at(double x, double v);
}
