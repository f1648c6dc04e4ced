package io.tablecall.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version ever released can read, and be read by, what is written now. */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("src/test/released");

    static Stream<Topic> topics() {
        return Topics.sources().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_released_version_reads_and_is_read(Topic topic) throws SchemaValidationException {
        var released = releasedVersions(topic);

        assertThat(released).as("versions released of %s", topic.name()).isNotEmpty();
        new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(topic.value(), released);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void the_newest_released_version_is_what_the_code_writes(Topic topic) {
        assertThat(releasedVersions(topic).getFirst())
                .as("copy the changed schema of %s to %s as its next version", topic.name(), RELEASED)
                .isEqualTo(topic.value());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_field_is_documented(Topic topic) {
        assertThat(undocumented(topic.value())).isEmpty();
    }

    @Test
    void a_field_without_default_would_be_caught() {
        var before = new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}");
        var after = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}");

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(after, before)
                        .getType())
                .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.INCOMPATIBLE);
    }

    /** Newest first. */
    private static List<Schema> releasedVersions(Topic topic) {
        var versions = new ArrayList<Schema>();
        for (int version = 1; Files.exists(file(topic, version)); version++) {
            versions.addFirst(read(file(topic, version)));
        }
        return versions;
    }

    private static Path file(Topic topic, int version) {
        return RELEASED.resolve(topic.name()).resolve(version + ".avsc");
    }

    private static Schema read(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> undocumented(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                schema.getFields().stream()
                        .flatMap(field -> Stream.concat(
                                field.doc() == null ? Stream.of(schema.getName() + "." + field.name()) : Stream.empty(),
                                undocumented(field.schema()).stream()))
                        .toList();
            case UNION ->
                schema.getTypes().stream()
                        .flatMap(type -> undocumented(type).stream())
                        .toList();
            default -> List.of();
        };
    }
}
