package io.tablecall.origination.call;

import java.util.UUID;

/** Names one dial. Follows from reservation, version and attempt: a redelivered command names the same call. */
public record CallId(UUID value) {

    public static CallId of(String tenant, String reservation, int version, int attempt) {
        return new CallId(NameBased.uuid(tenant + "/" + reservation + "/" + version + "/" + attempt));
    }

    public static CallId parse(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
