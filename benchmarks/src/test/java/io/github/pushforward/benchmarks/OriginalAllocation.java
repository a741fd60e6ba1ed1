package io.github.pushforward.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the originals allocate as they are written: in a JVM of its own that leaves no object out, however often they have been called
 * in this one.
 */
final class OriginalAllocation {

    private OriginalAllocation() {}

    /** Prints the bytes of a call of each kernel's original. */
    public static void main(String[] arguments) throws Throwable {
        for (KernelBenchmark kernel : Kernels.all()) {
            kernel.setUp();
            System.out.println(kernel.id() + "\t" + new Allocation(kernel, "primal").now());
        }
    }

    /** Bytes of a call by {@link KernelBenchmark#id}. */
    static Map<String, Long> measure() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-DoEscapeAnalysis",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OriginalAllocation.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Long> bytes = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().map(line -> line.split("\t")).forEach(words -> bytes.put(words[0], Long.valueOf(words[1])));
        }
        if (process.waitFor() != 0) {
            throw new IOException("The JVM that measures the originals exited with " + process.exitValue());
        }
        return bytes;
    }
}
