package io.github.pushforward.devset;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a method of the devset needs beside its annotation.
 *
 * @param arguments one for each parameter: values for the constant ones, shapes for the active ones
 * @param alongside further classes of the library whose files are compiled along; as {@code class#method/arity} with
 *     that method annotated too
 * @param refusedAs the codes of the errors that the processor still has for it; empty for what must work
 */
record DevsetSpec(List<Object> arguments, List<String> alongside, Set<String> refusedAs) {
    private static final Map<String, DevsetSpec> ALL = Map.ofEntries(
            entry("H22", at(0.0)),
            entry("H24", at(new double[4])),
            entry("H27", at(0.0)),
            entry(
                    "H28",
                    at(new double[4], new double[4])
                            .alongside(
                                    "org.apache.commons.math3.analysis.polynomials.PolynomialFunctionLagrangeForm",
                                    "org.apache.commons.math3.util.MathArrays")),
            entry("H29", at(0.0)),
            entry("H36", at(0.0, 0.0, new double[5])),
            entry("H39", at(0.0)),
            entry("H42", at(0.0).alongside("cern.jet.math.tdouble.DoubleArithmetic#chbevl/3")),
            entry("H48", at(new double[4], 2).alongside("org.moeaframework.problem.WFG.Misc#correct_to_01/1")),
            entry(
                    "H53",
                    at(0.0, 0.0, 0.0)
                            .alongside(
                                    "org.apache.commons.math3.util.ContinuedFraction",
                                    "org.apache.commons.math3.special.Gamma#logGamma/1",
                                    "org.apache.commons.math3.special.Gamma#gamma/1",
                                    "org.apache.commons.math3.special.Gamma#logGamma1p/1")));

    static DevsetSpec of(String id) {
        DevsetSpec spec = ALL.get(id);
        if (spec == null) {
            throw new IllegalArgumentException("no spec for " + id);
        }
        return spec;
    }

    private static DevsetSpec at(Object... arguments) {
        return new DevsetSpec(List.of(arguments), List.of(), Set.of());
    }

    private DevsetSpec alongside(String... methods) {
        return new DevsetSpec(arguments, List.of(methods), refusedAs);
    }

    private DevsetSpec refusedAs(String... codes) {
        return new DevsetSpec(arguments, alongside, Set.of(codes));
    }
}
