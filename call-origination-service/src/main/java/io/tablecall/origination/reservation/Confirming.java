package io.tablecall.origination.reservation;

import static io.tablecall.schemas.reservation.Outcome.EXPIRED;
import static io.tablecall.schemas.reservation.Outcome.WITHDRAWN;

import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.dial.Attempts;
import io.tablecall.origination.dial.DialSignal;
import io.tablecall.origination.dial.StaleCalls;
import io.tablecall.origination.outcome.Conclusion;
import io.tablecall.origination.outcome.Conclusions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes up what is newer than what we know, and nothing else: a repeated or overtaken command changes nothing. */
@Component
class Confirming {

    private final Confirmations confirmations;
    private final Attempts attempts;
    private final Conclusions conclusions;
    private final StaleCalls staleCalls;
    private final DialSignal signal;
    private final OriginationProperties rules;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Confirming(
            Confirmations confirmations,
            Attempts attempts,
            Conclusions conclusions,
            StaleCalls staleCalls,
            DialSignal signal,
            OriginationProperties rules,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.confirmations = confirmations;
        this.attempts = attempts;
        this.conclusions = conclusions;
        this.staleCalls = staleCalls;
        this.signal = signal;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> confirm(Confirmation wanted) {
        return confirmations
                .lock(wanted.tenant(), wanted.reservation())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> known.filter(row -> row.version() >= wanted.version())
                                .isPresent()
                        ? Mono.<Void>empty()
                        : known.map(row -> replace(row, wanted)).orElseGet(() -> begin(wanted, clock.instant())))
                .as(transaction::transactional)
                .then(Mono.defer(() -> staleCalls.hangUp(wanted.tenant(), wanted.reservation())))
                .doOnSuccess(_ -> signal.attemptPlanned());
    }

    Mono<Void> withdraw(String tenant, String reservation, int version) {
        return confirmations
                .withdrawUpTo(tenant, reservation, version)
                .then(confirmations.lock(tenant, reservation))
                .filter(known -> known.isOpen() && known.version() <= version)
                .flatMap(known -> conclusions.conclude(
                        known, Conclusion.of(WITHDRAWN, "withdrawn by the booking system"), clock.instant()))
                .as(transaction::transactional)
                .then(Mono.defer(() -> staleCalls.hangUp(tenant, reservation)));
    }

    /** A moved booking goes on with the budget and the pause that its open predecessor left. */
    private Mono<Void> replace(Confirmation known, Confirmation wanted) {
        if (!known.isOpen()) {
            return rested(wanted).flatMap(notBefore -> begin(wanted, notBefore));
        }
        return attempts.queuedUntil(known.tenant(), known.reservation())
                .filter(_ -> known.guest().equals(wanted.guest()))
                .defaultIfEmpty(clock.instant())
                .zipWith(rested(wanted), (queued, rested) -> queued.isAfter(rested) ? queued : rested)
                .zipWith(attempts.dialled(known.tenant(), known.reservation(), known.version()))
                .flatMap(left -> conclusions
                        .conclude(
                                known,
                                Conclusion.of(WITHDRAWN, "replaced by version " + wanted.version()),
                                clock.instant())
                        .then(begin(wanted.after(spent(known, left.getT2())), left.getT1())));
    }

    /** When the guest has had the pause that is due after a ring. */
    private Mono<Instant> rested(Confirmation wanted) {
        return attempts.lastRing(wanted.tenant(), wanted.reservation(), wanted.guest())
                .map(end -> end.plus(rules.redialSpacing()))
                .defaultIfEmpty(clock.instant());
    }

    private int spent(Confirmation known, int rings) {
        return Math.min(known.ringsBefore() + rings, rules.attemptBudget() - 1);
    }

    private Mono<Void> begin(Confirmation wanted, Instant notBefore) {
        var now = clock.instant();
        return confirmations
                .save(wanted)
                .then(confirmations.withdrawnUpTo(wanted.tenant(), wanted.reservation()))
                .flatMap(withdrawn -> {
                    if (withdrawn >= wanted.version()) {
                        return conclusions.conclude(
                                wanted, Conclusion.of(WITHDRAWN, "withdrawn by the booking system"), now);
                    }
                    return now.isBefore(wanted.reservationTime())
                            ? attempts.plan(wanted, 1, notBefore.isAfter(now) ? notBefore : now)
                            : conclusions.conclude(
                                    wanted, Conclusion.of(EXPIRED, "the reservation time has passed"), now);
                });
    }
}
