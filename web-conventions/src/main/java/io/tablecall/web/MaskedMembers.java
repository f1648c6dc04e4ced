package io.tablecall.web;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.json.WritableJson;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Masks phone numbers in all that a JSON log line says: message, key values, stack trace. */
final class MaskedMembers implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(MaskedMembers::masked));
    }

    /** Whatever would be printed as text is masked as text; containers come back here piece by piece. */
    private static @Nullable Object masked(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map;
            case Iterable<?> list when !(list instanceof Path) -> list;
            case WritableJson json -> json;
            case Number number -> number;
            case Boolean truth -> truth;
            case Object array when array.getClass().isArray() -> array;
            default -> PhoneNumbers.mask(value.toString());
        };
    }
}
