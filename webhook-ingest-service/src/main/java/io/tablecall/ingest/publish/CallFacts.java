package io.tablecall.ingest.publish;

import io.tablecall.schemas.call.CallEvent;
import io.tablecall.schemas.provider.ProviderEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes facts durable: acknowledged by the broker or, when it does not answer in time, written to the inbox and forwarded
 * in order later.
 *
 * <p>Both methods take the records at once, in the order of the calls, and never block; the returned {@code Mono} need
 * not be subscribed to, it only tells the end. Facts of one call handed over in order arrive in order.
 */
public interface CallFacts {

    /** Completes once everything is durable; fails with {@link NotDurable} when neither broker nor inbox took it. */
    Mono<Void> publish(@Nullable ProviderEvent raw, List<CallEvent> facts);

    /** As {@link #publish}, but tries on for as long as the process lives: for what no provider would say twice. */
    Mono<Void> keep(@Nullable ProviderEvent raw, List<CallEvent> facts);
}
