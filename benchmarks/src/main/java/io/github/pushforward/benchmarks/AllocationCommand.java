package io.github.pushforward.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how many bytes a call allocates, by JMH's profiler, a row a kernel. */
@Command(name = "allocation", description = "Bytes that a call allocates, a row a kernel.")
final class AllocationCommand implements Callable<Integer> {
    private static final List<String> FORMS =
            List.of("primal", "tangent", "handTangent", "exact", "handGradient", "forwardGradient", "backprop");

    private static final String BYTES_A_CALL = "gc.alloc.rate.norm";

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Mixin
    private JmhArguments jmh;

    @Override
    public Integer call() throws RunnerException {
        List<KernelBenchmark> kernels = Kernels.named(jmh.names());
        Options options = new OptionsBuilder()
                .parent(jmh.options())
                .addProfiler(GCProfiler.class)
                .build();
        System.out.println("Java " + Runtime.version() + ", bytes a call\n");
        System.out.println(row(Stream.concat(Stream.of("kernel"), FORMS.stream())));
        System.out.println(row(Stream.concat(Stream.of("---"), FORMS.stream().map(form -> "---:"))));
        for (KernelBenchmark kernel : kernels) {
            Set<String> own =
                    Kernels.forms(kernel).stream().map(form -> form.getName()).collect(Collectors.toSet());
            Stream.Builder<String> cells = Stream.builder();
            cells.add(kernel.toString());
            for (String form : FORMS) {
                cells.add(own.contains(form) ? bytes(new SingleRun(kernel, form, options)) : "–");
            }
            System.out.println(row(cells.build()));
        }
        return 0;
    }

    private static String bytes(SingleRun run) throws RunnerException {
        double median = run.median(
                iteration -> iteration.getSecondaryResults().get(BYTES_A_CALL).getScore());
        return String.format(Locale.ROOT, "%,.0f", median);
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
