package demo;

import org.immutables.value.Value;

@Value.Immutable
interface Settings {
    double rate();

    int steps();
}
