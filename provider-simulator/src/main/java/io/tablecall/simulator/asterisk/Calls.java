package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.control.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The channels that live. An id is free again once its channel is gone. */
@Component
class Calls {

    private final Exchange exchange;
    private final Map<String, Call> living = new LinkedHashMap<>();
    private int serial;

    Calls(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A new channel, not yet dialling; {@code early} says that its events outrun the answer. */
    record Originated(Call call, ChannelView view, boolean early) {}

    synchronized Originated originate(OriginateRequest request, @Nullable String idInPath) {
        var id = idInPath != null ? idInPath : request.channelId();
        if (id == null) id = "simulator-" + UUID.randomUUID();
        if (living.containsKey(id)) throw AriProblem.conflict("Channel with given unique ID already exists");
        if (!request.reachable()) throw AriProblem.allocationFailed();
        var channel = new Channel(
                exchange.applications(), id, ++serial, request, exchange.clock().instant());
        var guest = exchange.ledger().ring(Provider.ASTERISK, request.number(), id);
        var key = id;
        var call = new Call(exchange, request, channel, guest.script(), () -> forget(key));
        living.put(id, call);
        return new Originated(call, channel.view(), serial % 2 == 0);
    }

    synchronized Optional<Call> find(String id) {
        return Optional.ofNullable(living.get(id));
    }

    Call existing(String id) {
        return find(id).orElseThrow(() -> AriProblem.notFound("Channel"));
    }

    synchronized List<Call> all() {
        return new ArrayList<>(living.values());
    }

    private synchronized void forget(String id) {
        living.remove(id);
    }
}
