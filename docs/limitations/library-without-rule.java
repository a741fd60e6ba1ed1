package demo;

import io.github.pushforward.Differentiable;
import net.jafama.FastMath;

final class Demo {
    @Differentiable
    static double f(double x) {
        return FastMath.sinQuick(x);
    }
}

package net.jafama;

public final class FastMath {
    public static double sinQuick(double x) {
        return Math.sin(x);
    }
}
