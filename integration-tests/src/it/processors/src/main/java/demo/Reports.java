package demo;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** And MapStruct, which reads the components of a record that Pushforward generates. */
@Mapper
interface Reports {
    @Mapping(target = "size", source = "value")
    Row row(GrowthGradient.AfterGradient gradient);

    record Row(double size, double start, double rest) {}
}
