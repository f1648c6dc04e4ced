package io.tablecall.origination.makecall;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/make-call}; the first four fields are required. */
record MakeCall(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "RES123", description = "The reservation's id")
        @Nullable
        String orderId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "+6591234567") @Nullable
        String customerPhone,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Test Restaurant") @Nullable
        String restaurantName,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "2027-04-20T19:30:00Z",
                description =
                        "The clock as written is read in the restaurant's zone, else the guest's; an offset is ignored")
        @Nullable
        String reservationTime,

        @Schema(example = "2") @Nullable Integer partySize,
        @Schema(example = "Ada") @Nullable String guestName,
        @Schema(example = "test-restaurant") @Nullable String restaurantId,
        @Schema(example = "Asia/Singapore") @Nullable String restaurantZone,
        @Schema(example = "+6568332042") @Nullable String restaurantPhone,

        @Schema(example = "host@restaurant.example") @Nullable
        String restaurantEmail,

        @Schema(example = "en-US") @Nullable String language,
        @Schema(example = "8x8") @Nullable String provider,

        @Schema(example = "reservation-confirmation") @Nullable
        String flowId) {}
