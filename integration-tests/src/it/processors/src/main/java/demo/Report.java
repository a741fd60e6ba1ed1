package demo;

import org.immutables.value.Value;

/** The other way: Immutables reads a type that Pushforward generates. */
@Value.Immutable
interface Report {
    String title();

    GrowthGradient.AfterGradient slopes();
}
