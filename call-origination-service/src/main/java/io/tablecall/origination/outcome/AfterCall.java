package io.tablecall.origination.outcome;

import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.call.Attempt;
import io.tablecall.origination.dial.Attempts;
import io.tablecall.origination.reservation.Confirmation;
import io.tablecall.origination.reservation.Confirmations;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What becomes of a confirmation when one of its calls is over. Joins the transaction that marks the call as over. */
@Component
public class AfterCall {

    private final Confirmations confirmations;
    private final Conclusions conclusions;
    private final Attempts attempts;
    private final EndRule rule;
    private final Duration spacing;
    private final InstantSource clock;

    AfterCall(
            Confirmations confirmations,
            Conclusions conclusions,
            Attempts attempts,
            OriginationProperties settings,
            InstantSource clock) {
        this.confirmations = confirmations;
        this.conclusions = conclusions;
        this.attempts = attempts;
        this.spacing = settings.redialSpacing();
        this.rule = new EndRule(settings.attemptBudget(), spacing);
        this.clock = clock;
    }

    /** A call of a version that is no longer asked about decides nothing; its ring still counts for the pause. */
    public Mono<Void> settle(Attempt attempt, Ending ending) {
        return confirmations
                .lock(attempt.tenant(), attempt.reservation())
                .filter(Confirmation::isOpen)
                .flatMap(confirmation -> confirmation.version() == attempt.version()
                        ? follow(confirmation, attempt, ending)
                        : attempts.delay(
                                attempt.tenant(),
                                attempt.reservation(),
                                ending.at().plus(spacing)));
    }

    private Mono<Void> follow(Confirmation confirmation, Attempt attempt, Ending ending) {
        int rings = confirmation.ringsBefore() + attempt.number();
        return switch (rule.after(ending, rings, confirmation.reservationTime())) {
            case EndRule.Redial(var due) -> attempts.plan(confirmation, attempt.number() + 1, due);
            case EndRule.Conclude(var outcome, var reason) ->
                conclusions.conclude(
                        confirmation,
                        new Conclusion(outcome, reason, attempt.call(), attempt.provider(), null),
                        clock.instant());
        };
    }
}
