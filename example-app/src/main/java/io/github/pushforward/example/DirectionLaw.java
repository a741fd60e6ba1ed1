package io.github.pushforward.example;

import io.github.pushforward.runtime.Directions;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The laws of directions, by the names that the command line has for them. */
enum DirectionLaw {
    GAUSSIAN(Directions.gaussian()),
    RADEMACHER(Directions.rademacher()),
    SPHERE(Directions.sphere()),
    COORDINATE(Directions.coordinate()),
    ORTHONORMAL(Directions.orthonormal());

    private final Directions directions;

    DirectionLaw(Directions directions) {
        this.directions = directions;
    }

    Directions directions() {
        return directions;
    }

    /** As on the command line; picocli lists the choices by it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By name, in whatever case; picocli's own message would list the names of the constants. */
    static final class Converter implements ITypeConverter<DirectionLaw> {

        @Override
        public DirectionLaw convert(String name) {
            return Arrays.stream(values())
                    .filter(law -> law.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + name + "' is not one of " + Arrays.toString(values())));
        }
    }
}
