package io.tablecall.origination.makecall;

import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to {@code POST /api/make-call}: the command is durable, and this is the call it leads to. */
record MadeCall(
        boolean success,
        @Schema(example = "accepted") String status,
        @Schema(example = "RES123") String reservationId,
        @Schema(example = "1") int version,

        @Schema(description = "Id of the first call for this version")
        String callId) {}
