/** What a user of Pushforward writes. */
module io.github.pushforward {
    exports io.github.pushforward;
}
