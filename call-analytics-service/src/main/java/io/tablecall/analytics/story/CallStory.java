package io.tablecall.analytics.story;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.tablecall.analytics.story.Happening.Answer;
import io.tablecall.analytics.story.Happening.Answered;
import io.tablecall.analytics.story.Happening.Asked;
import io.tablecall.analytics.story.Happening.Concluded;
import io.tablecall.analytics.story.Happening.Ended;
import io.tablecall.analytics.story.Happening.Placed;
import io.tablecall.analytics.story.Happening.Pressed;
import io.tablecall.analytics.story.Happening.Refused;
import io.tablecall.analytics.story.Happening.Requested;
import io.tablecall.analytics.story.Happening.Ringing;
import io.tablecall.analytics.story.Happening.Unclear;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call, judged from all that was heard about it, in whatever order it was heard.
 *
 * @param number masked; empty until the request was heard
 * @param heard how many facts it is told from; a story told from fewer never replaces one told from more
 */
public record CallStory(
        String callId,
        String tenantId,
        String reservationId,
        int version,
        int attempt,
        String provider,
        @Nullable String providerCallId,
        String number,
        String restaurant,
        CallStatus status,
        @Nullable String answer,
        String digits,
        @Nullable Instant requestedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Double talkSeconds,
        @Nullable String cause,
        int heard) {

    /** By time, then by place in a call's life, then by id, so that any order of hearing gives one order of telling. */
    static final Comparator<CallFact> IN_ORDER = comparing(CallFact::at)
            .thenComparing(CallFact::happening, comparingInt(Happening::rank))
            .thenComparing(CallFact::eventId);

    /** Retells the story from its facts, which all belong to one call. */
    public static CallStory of(Collection<CallFact> facts) {
        var inOrder = facts.stream().sorted(IN_ORDER).toList();
        var telling = new Telling(inOrder.getFirst());
        inOrder.forEach(telling::hear);
        return telling.end(facts.size());
    }

    /** The story so far, while it is being told. */
    private static final class Telling {
        private final CallFact first;
        private @Nullable String providerCallId;
        private String number = "";
        private String restaurant = "";
        private CallStatus status = CallStatus.PENDING;
        private @Nullable String answer;
        private final StringBuilder digits = new StringBuilder();
        private @Nullable Instant requestedAt;
        private @Nullable Instant answeredAt;
        private @Nullable Instant endedAt;
        private @Nullable Double talkSeconds;
        private @Nullable String cause;

        private Telling(CallFact first) {
            this.first = first;
        }

        private void hear(CallFact fact) {
            if (fact.providerCallId() != null) {
                providerCallId = fact.providerCallId();
            }
            switch (fact.happening()) {
                case Requested requested -> {
                    number = requested.number();
                    restaurant = requested.restaurant();
                    requestedAt = fact.at();
                    atLeast(CallStatus.PENDING);
                }
                case Placed _, Unclear _ -> atLeast(CallStatus.DIALING);
                case Refused refused -> {
                    atLeast(CallStatus.FAILED);
                    endedAt = fact.at();
                    cause = refused.reason();
                }
                case Ringing _ -> atLeast(CallStatus.RINGING);
                case Answered _ -> {
                    atLeast(CallStatus.ANSWERED);
                    answeredAt = fact.at();
                }
                case Asked _, Concluded _ -> atLeast(CallStatus.ANSWERED);
                case Pressed pressed -> {
                    atLeast(CallStatus.ANSWERED);
                    digits.append(pressed.digits());
                }
                case Answer given -> answer = given.answer();
                case Ended ended -> {
                    status = ended.status();
                    endedAt = fact.at();
                    talkSeconds = ended.talkSeconds();
                    cause = ended.causeText() != null ? ended.causeText() : ended.cause();
                }
            }
        }

        /** A status never goes back; only a later end corrects an end. */
        private void atLeast(CallStatus reached) {
            if (status.compareTo(reached) < 0) {
                status = reached;
            }
        }

        private CallStory end(int heard) {
            return new CallStory(
                    first.callId(),
                    first.tenantId(),
                    first.reservationId(),
                    first.version(),
                    first.attempt(),
                    first.provider(),
                    providerCallId,
                    number,
                    restaurant,
                    status,
                    answer,
                    digits.toString(),
                    requestedAt,
                    answeredAt,
                    endedAt,
                    talkSeconds,
                    cause,
                    heard);
        }
    }
}
