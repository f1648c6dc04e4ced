package io.tablecall.web.app;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

record Booking(
        @NotBlank String name,
        @Min(1) int partySize,
        @Nullable List<@Valid Guest> guests,
        @Nullable Table table,
        @Nullable JsonNode notes) {

    record Guest(@NotBlank String name) {}

    enum Table {
        INSIDE,
        TERRACE
    }
}
