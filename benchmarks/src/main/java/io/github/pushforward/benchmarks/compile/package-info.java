/** What compilation costs: modules of any number of differentiable methods, with the processor and without. */
package io.github.pushforward.benchmarks.compile;
