package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.Connections;
import io.tablecall.simulator.Pace;
import io.tablecall.simulator.control.Fault;
import io.tablecall.simulator.control.Faults;
import io.tablecall.simulator.control.Provider;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Channels: placed, looked at, sent on their way, hung up. */
@RestController
@RequestMapping("/ari/channels")
class ChannelsEndpoint {

    private static final Duration HELD = Duration.ofSeconds(3);

    private final Calls calls;
    private final Faults faults;
    private final AriBody bodies;
    private final Pace pace;

    ChannelsEndpoint(Calls calls, Faults faults, AriBody bodies, Pace pace) {
        this.calls = calls;
        this.faults = faults;
        this.bodies = bodies;
        this.pace = pace;
    }

    @PostMapping({"", "/{id}"})
    Mono<ChannelView> originate(
            @PathVariable(required = false) @Nullable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest http) {
        var request = OriginateRequest.of(bodies.read(http, body), http.getQueryParams());
        if (strikes(Fault.REFUSE)) throw AriProblem.allocationFailed();

        var originated = calls.originate(request, id);

        if (strikes(Fault.ACCEPT_THEN_RESET)) {
            originated.call().dial();
            return Mono.<ChannelView>never().doOnSubscribe(_ -> Connections.reset(http));
        }
        if (strikes(Fault.ERROR_AFTER_ACCEPT)) {
            originated.call().dial();
            throw AriProblem.serverError();
        }
        if (strikes(Fault.EVENT_BEFORE_RESPONSE)) {
            originated.call().dial();
            return pace.rest(HELD).thenReturn(originated.view());
        }
        if (originated.early()) originated.call().dial();
        else pace.after(Duration.ZERO, originated.call()::dial);
        return Mono.just(originated.view());
    }

    private boolean strikes(Fault fault) {
        return faults.strikes(fault, Provider.ASTERISK);
    }

    @GetMapping
    List<ChannelView> list() {
        return calls.all().stream().map(Call::view).toList();
    }

    @GetMapping("/{id}")
    ChannelView get(@PathVariable String id) {
        return calls.existing(id).view();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hangUp(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(name = "reason_code", required = false) @Nullable String reasonCode) {
        var call = calls.existing(id);
        call.hangUp(Cause.asked(reason, reasonCode));
    }

    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id) {
        calls.existing(id).requireVisit();
    }

    @PostMapping("/{id}/continue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void moveOn(
            @PathVariable String id, @RequestBody(required = false) byte @Nullable [] body, ServerHttpRequest http) {
        var json = bodies.read(http, body);
        var query = http.getQueryParams();
        var context = json.path("context").asString(String.valueOf(query.getFirst("context")));
        var extension = json.path("extension").asString(String.valueOf(query.getFirst("extension")));
        calls.existing(id).moveOn(context, extension, 1);
    }

    @GetMapping("/{id}/variable")
    Variable variable(@PathVariable String id, @RequestParam String variable) {
        return calls.existing(id)
                .variable(variable)
                .map(Variable::new)
                .orElseThrow(() -> AriProblem.notFound("Provided variable was"));
    }

    @PostMapping("/{id}/variable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String id, @RequestParam String variable, @RequestParam(defaultValue = "") String value) {
        calls.existing(id).set(variable, value);
    }

    record Variable(String value) {}
}
