package io.tablecall.analytics;

import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.call.CallPlaced;
import io.tablecall.schemas.call.CallRequested;
import io.tablecall.schemas.call.DigitsPressed;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.call.MenuEntered;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.reservation.Outcome;
import io.tablecall.schemas.reservation.ReservationOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records as origination and ingest write them. */
final class Heard {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Heard() {}

    static List<CallEvent> confirmed(String call, String reservation) {
        return List.of(
                event(
                        call,
                        reservation,
                        0,
                        CallRequested.newBuilder()
                                .setGuestPhone("+6591234567")
                                .setFlowId("reservation-confirmation")
                                .setFlowVersion(1)
                                .setLanguage("en-US")
                                .setVariables(Map.of("restaurantName", "Trattoria <b>"))
                                .setZone("Asia/Singapore")
                                .setMaxDurationSeconds(300)
                                .build()),
                event(call, reservation, 1, new CallPlaced("session-" + call)),
                event(call, reservation, 5, new CallAnswered()),
                event(call, reservation, 5, new MenuEntered("ask", "en-US", "Good evening")),
                event(call, reservation, 9, new DigitsPressed("ask", "1")),
                event(call, reservation, 9, new AnswerRecorded("CONFIRMED", "ask", "1")),
                event(call, reservation, 12, new CallEnded(EndStatus.COMPLETED, "COMPLETED", null, 7.0)));
    }

    private static CallEvent event(String call, String reservation, int second, Object detail) {
        return CallEvent.newBuilder()
                .setEventId(call + "/" + second + "/" + detail.getClass().getSimpleName())
                .setCallId(call)
                .setReservationId(reservation)
                .setReservationVersion(1)
                .setAttempt(1)
                .setProvider("8x8")
                .setOccurredAt(START.plusSeconds(second))
                .setRecordedAt(START.plusSeconds(second))
                .setProvenance(Provenance.PROVIDER)
                .setDetail(detail)
                .build();
    }

    static ReservationOutcome outcome(String tenant, String reservation, Outcome outcome) {
        return ReservationOutcome.newBuilder()
                .setOutcomeId(tenant + "/" + reservation)
                .setTenantId(tenant)
                .setReservationId(reservation)
                .setVersion(1)
                .setOutcome(outcome)
                .setConcludedAt(START)
                .setAttempts(1)
                .setReservationTime(START)
                .setRestaurantId("r1")
                .setRestaurantName("Trattoria")
                .build();
    }
}
