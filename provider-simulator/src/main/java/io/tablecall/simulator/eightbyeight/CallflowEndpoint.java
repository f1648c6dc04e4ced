package io.tablecall.simulator.eightbyeight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tablecall.simulator.Connections;
import io.tablecall.simulator.control.Fault;
import io.tablecall.simulator.control.Faults;
import io.tablecall.simulator.control.Provider;
import io.tablecall.simulator.eightbyeight.Action.Callflow;
import io.tablecall.simulator.eightbyeight.CallNews.Leg;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where a call is ordered. */
@RestController
class CallflowEndpoint {

    private static final Duration LONGEST_HOLD = Duration.ofSeconds(8);

    private final Account account;
    private final Line line;
    private final Faults faults;

    CallflowEndpoint(Account account, Line line, Faults faults) {
        this.account = account;
        this.line = line;
        this.faults = faults;
    }

    @PostMapping("/api/v1/subaccounts/{subAccountId}/callflows")
    Mono<ResponseEntity<Answer>> start(
            @PathVariable String subAccountId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request) {
        account.admit(token, subAccountId);
        var callflow = line.reader().request(body == null ? new byte[0] : body);
        if (strikes(Fault.REFUSE)) throw Rejection.senseless(-1014, "Source or caller ID is not allowed");

        var session = place(callflow);

        if (strikes(Fault.ACCEPT_THEN_RESET)) {
            return Mono.<ResponseEntity<Answer>>never().doOnSubscribe(_ -> Connections.reset(request));
        }
        if (strikes(Fault.ERROR_AFTER_ACCEPT)) {
            throw new Rejection(HttpStatus.INTERNAL_SERVER_ERROR, 500, "Internal server error");
        }
        var answer = ResponseEntity.ok(
                new Answer(session.leg().sessionId(), "CREATED", id(), 1, "Created", callflow.validUntil()));
        return strikes(Fault.EVENT_BEFORE_RESPONSE)
                ? session.firstNews().timeout(LONGEST_HOLD, Mono.empty()).thenReturn(answer)
                : Mono.just(answer);
    }

    private Session place(Callflow callflow) {
        var call = callflow.call();
        var leg = new Leg(id(), account.id(), id(), call.source(), call.destination());
        var guest = line.ledger().ring(Provider.EIGHT_BY_EIGHT, call.destination(), leg.sessionId());
        var session = new Session(line, leg, guest.script(), callflow.then());
        session.run().subscribe();
        return session;
    }

    private boolean strikes(Fault fault) {
        return faults.strikes(fault, Provider.EIGHT_BY_EIGHT);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @ExceptionHandler
    ResponseEntity<Answer> refused(Rejection no) {
        return ResponseEntity.status(no.status())
                .body(new Answer(null, "NOT_CREATED", id(), no.code(), no.words(), null));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Nullable String sessionId,
            String sessionStatus,
            String callFlowRequestId,
            int statusCode,
            String statusMessage,
            @Nullable String validUntil) {}
}
