/** The errors of a bundle adjustment, as in ADBench. */
package io.github.pushforward.benchmarks.reprojection;
