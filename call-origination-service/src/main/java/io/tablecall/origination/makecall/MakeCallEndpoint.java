package io.tablecall.origination.makecall;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tablecall.origination.call.CallId;
import io.tablecall.origination.call.NameBased;
import io.tablecall.schemas.reservation.ConfirmReservation;
import io.tablecall.schemas.reservation.ReservationCommand;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The HTTP way in: publishes the very command that upstream systems publish, and has no other path to the domain. */
@RestController
class MakeCallEndpoint {

    private static final String EXAMPLE = """
            {"orderId": "RES123", "customerPhone": "+6591234567", "restaurantName": "Test Restaurant",
             "reservationTime": "2027-04-20T19:30:00Z"}""";

    private final MakeCallReading reading;
    private final MadeCalls madeCalls;
    private final CommandPublisher publisher;

    MakeCallEndpoint(MakeCallReading reading, MadeCalls madeCalls, CommandPublisher publisher) {
        this.reading = reading;
        this.madeCalls = madeCalls;
        this.publisher = publisher;
    }

    @Operation(
            summary = "Call a guest to confirm a reservation",
            description = "An identical repeat is the same command and leads to no second call.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = MakeCall.class),
                                            examples = @ExampleObject(EXAMPLE))))
    @ApiResponse(responseCode = "202", description = "The command is stored; the call follows")
    @ApiResponse(responseCode = "400", description = "Refused, naming each field and the reason")
    @ApiResponse(responseCode = "503", description = "Could not be stored, nothing happened; see Retry-After")
    @PostMapping(path = "/api/make-call", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<MadeCall> makeCall(@RequestBody byte[] body) {
        return Mono.fromCallable(() -> reading.read(reading.parse(body)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::numbered)
                .flatMap(command -> publisher.publish(command).thenReturn(answerTo(command)));
    }

    private Mono<ReservationCommand> numbered(ReservationCommand command) {
        var detail = detailOf(command);
        return madeCalls
                .versionOf(command.getTenantId(), command.getReservationId(), detail)
                .map(version -> ReservationCommand.newBuilder(command)
                        .setCommandId(NameBased.uuid("make-call/%s/%s/%d"
                                        .formatted(command.getTenantId(), command.getReservationId(), version))
                                .toString())
                        .setDetail(ConfirmReservation.newBuilder(detail)
                                .setVersion(version)
                                .build())
                        .build());
    }

    private static MadeCall answerTo(ReservationCommand command) {
        int version = detailOf(command).getVersion();
        var call = CallId.of(command.getTenantId(), command.getReservationId(), version, 1);
        return new MadeCall(true, "accepted", command.getReservationId(), version, call.toString());
    }

    private static ConfirmReservation detailOf(ReservationCommand command) {
        return (ConfirmReservation) command.getDetail();
    }
}
