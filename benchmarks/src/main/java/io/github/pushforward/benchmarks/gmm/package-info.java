/** The likelihood of a mixture of Gaussians, as in ADBench. */
package io.github.pushforward.benchmarks.gmm;
