/** What generated code returns and what consumes it. */
module io.github.pushforward.runtime {
    requires transitive io.github.pushforward;
    requires static transitive org.jspecify;

    exports io.github.pushforward.runtime;
}
