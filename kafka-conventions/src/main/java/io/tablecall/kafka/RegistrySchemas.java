package io.tablecall.kafka;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.DefaultSchemaResolver;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroSchemaParser;
import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import io.apicurio.registry.serde.data.SerdeMetadata;
import io.apicurio.registry.serde.data.SerdeRecord;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** What the registry knows of schemas and their ids. Reads only: a service never registers what it writes. */
final class RegistrySchemas implements AutoCloseable {

    /** Confluent's name for the setting; the value is the Confluent-compatible base URL. */
    static final String URL = "schema.registry.url";

    private static final Pattern API = Pattern.compile("/apis/.*$|/+$");
    private static final int NOT_FOUND = 404;

    /** All that the client says, in a bare RuntimeException, of a search that found nothing. */
    private static final String NO_SUCH_CONTENT = "Could not resolve artifact reference by content";

    private final DefaultSchemaResolver<Schema, GenericContainer> resolver = new DefaultSchemaResolver<>();

    RegistrySchemas(Map<String, ?> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(SchemaResolverConfig.REGISTRY_URL, nativeApi(settings.get(URL)));
        own.put(SchemaResolverConfig.HTTP_ADAPTER, "JDK");
        own.put(SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, false);
        own.put(SchemaResolverConfig.FIND_LATEST_ARTIFACT, false);
        own.put(SchemaResolverConfig.DEREFERENCE_SCHEMA, true);
        own.put(SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY, TopicIdStrategy.class.getName());
        own.put(SchemaResolverConfig.RETRY_COUNT, 1L);
        resolver.configure(own, new AvroSchemaParser<>(new DefaultAvroDatumProvider<>(true)));
    }

    /** The id of exactly this schema under {@code <topic>-value}. */
    synchronized int idOf(String topic, Schema schema) {
        GenericContainer holder = () -> schema;
        resolver.reset(); // it would answer for any topic once it has seen the schema under one
        try {
            var found = resolver.resolveSchema(new SerdeRecord<>(new SerdeMetadata(topic, false), holder));
            return Math.toIntExact(found.getContentId());
        } catch (RuntimeException refusal) {
            if (isUnknown(refusal)) {
                throw new UnregisteredSchema(topic, schema, refusal);
            }
            throw new RegistryUnavailable(
                    "whether %s is registered for %s".formatted(schema.getFullName(), topic), refusal);
        }
    }

    /** The schema a record was written with; empty when the registry has never given out that id. */
    synchronized Optional<Schema> schemaOf(int id) {
        try {
            var found = resolver.resolveSchemaByArtifactReference(ArtifactReference.fromContentId((long) id));
            return Optional.of(found.getParsedSchema().getParsedSchema());
        } catch (RuntimeException refusal) {
            if (isUnknown(refusal)) {
                return Optional.empty();
            }
            throw new RegistryUnavailable("what schema has the id " + id, refusal);
        }
    }

    private static String nativeApi(@Nullable Object confluentApi) {
        if (confluentApi == null) {
            throw new ConfigException(URL, null, "is not set");
        }
        return API.matcher(confluentApi.toString()).replaceFirst("") + "/apis/registry/v3";
    }

    private static boolean isUnknown(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException answer) {
                return answer.getResponseStatusCode() == NOT_FOUND;
            }
            if (cause.getMessage() != null && cause.getMessage().startsWith(NO_SUCH_CONTENT)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            resolver.close();
        } catch (Exception closing) {
            throw new IllegalStateException("the registry client would not close", closing);
        }
    }
}
