package io.github.pushforward.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * One run of javac in a JVM of its own, from its start to its end.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all threads of the JVM, those of HotSpot's compilers as well
 */
record Compilation(double seconds, double cpuSeconds) {

    /** @throws IllegalStateException with all that javac said, if it fails */
    static Compilation run(List<String> arguments) throws IOException, InterruptedException {
        Path argumentFile = Files.createTempFile("javac", ".arguments");
        Files.write(argumentFile, arguments);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Compilation.class.getName(),
                argumentFile.toString());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(argumentFile);
        if (status != 0) {
            throw new IllegalStateException("javac failed:\n" + said);
        }
        List<String> lines = said.lines().toList();
        return new Compilation(seconds, Double.parseDouble(lines.get(lines.size() - 1)));
    }

    /** In the new JVM: takes a file of arguments for javac, a line each, and ends with its CPU time in seconds. */
    public static void main(String[] arguments) throws IOException {
        List<String> forJavac = new ArrayList<>(Files.readAllLines(Path.of(arguments[0])));
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, forJavac.toArray(String[]::new));
        if (status != 0) {
            System.exit(status);
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("\n" + system.getProcessCpuTime() / 1e9);
    }

    static String path(List<Path> entries) {
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }
}
