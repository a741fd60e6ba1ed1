package io.github.pushforward.example;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"pushforward-example-app " + (version == null ? "(not from a jar)" : version)};
    }
}
