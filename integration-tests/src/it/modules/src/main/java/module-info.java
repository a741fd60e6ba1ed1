/**
 * A module with derivatives. The runtime is all that it requires, and brings the annotations along; transitive, because
 * the generated siblings that it exports return types of the runtime.
 */
module demo.modular {
    requires transitive io.github.pushforward.runtime;

    exports demo.modular;
}
