module demo.modular {
    requires static io.github.pushforward;
}
