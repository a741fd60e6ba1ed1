package io.github.pushforward.example.paper;

/** An experiment cannot be done on the images it was given; the message says why. */
public final class UnsuitableImagesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsuitableImagesException(String message) {
        super(message);
    }
}
