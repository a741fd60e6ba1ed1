/** K9: ADBench's objective of a hand, 26 numbers in and 300 out. */
package io.github.pushforward.benchmarks.hand;
