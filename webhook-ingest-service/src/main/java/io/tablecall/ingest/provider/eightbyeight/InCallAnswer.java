package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Input;
import io.tablecall.ingest.IngestProperties;
import io.tablecall.ingest.conversation.Conversations;
import io.tablecall.ingest.conversation.Spoken;
import io.tablecall.ingest.publish.CallFacts;
import io.tablecall.ingest.session.CallSession;
import io.tablecall.ingest.session.CallSessions;
import io.tablecall.ingest.session.SessionBound;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * VCA: what 8x8 is to do next, while the guest waits.
 *
 * <p>The answer is made in memory. Its facts are on their way before it leaves, and it waits for them to be durable in
 * broker or inbox, but never longer than {@link IngestProperties#answerPatience}: a guest must not hear silence because
 * Kafka is slow. From then on the facts are kept in memory, in order, until either takes them; they are lost only if this
 * process dies in between.
 */
@Component
class InCallAnswer {

    private static final Logger log = LoggerFactory.getLogger(InCallAnswer.class);
    private static final int SIP_OK = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final CallSessions sessions;
    private final Conversations conversations;
    private final CallFacts facts;
    private final CallflowWriter callflows;
    private final ApplicationEventPublisher told;
    private final Duration adoptionPatience;
    private final Duration answerPatience;

    InCallAnswer(
            CallSessions sessions,
            Conversations conversations,
            CallFacts facts,
            CallflowWriter callflows,
            ApplicationEventPublisher told,
            IngestProperties properties) {
        this.sessions = sessions;
        this.conversations = conversations;
        this.facts = facts;
        this.callflows = callflows;
        this.told = told;
        this.adoptionPatience = properties.adoptionPatience();
        this.answerPatience = properties.answerPatience();
    }

    Mono<String> to(Received question) {
        return session(question)
                .flatMap(session -> upToDate(session, question))
                .map(session -> session.alone(() -> turn(session, question)))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(question)))
                .flatMap(this::whenDurable);
    }

    private Mono<CallSession> session(Received question) {
        var webhook = question.webhook();
        var known = sessions.atHand(Received.PROVIDER, webhook.sessionId());
        if (known.isPresent()) {
            return Mono.just(known.get());
        }
        var bySession = sessions.awaitProviderCall(Received.PROVIDER, webhook.sessionId(), adoptionPatience);
        var ours = ActionId.read(webhook.clientActionId());
        var found = ours == null ? bySession : Mono.firstWithValue(byOurId(ours, webhook.sessionId()), bySession);
        return found.timeout(adoptionPatience.multipliedBy(2)).onErrorResume(failure -> {
            log.atDebug().setCause(failure).log("session not found");
            return Mono.empty();
        });
    }

    /** Asked again and again for a while: the request of a call may be on its way to us, too. */
    private Mono<CallSession> byOurId(ActionId ours, String providerCall) {
        return sessions.byCall(ours.callId())
                .filter(session -> session.request().provider().equals(Received.PROVIDER))
                .doOnNext(session -> bind(session, providerCall))
                .repeatWhenEmpty(looks -> looks.delayElements(BETWEEN_LOOKS))
                .timeout(adoptionPatience);
    }

    /** No placement told us, as when its answer was lost: the webhooks that follow find the call all the same. */
    private void bind(CallSession session, String providerCall) {
        if (session.providerCallId() == null) {
            sessions.bind(session, providerCall);
            told.publishEvent(new SessionBound(session));
        }
    }

    /** 8x8 returns what we said last: if that was later than memory knows, another replica said it. */
    private Mono<CallSession> upToDate(CallSession session, Received question) {
        var last = ActionId.read(question.webhook().clientActionId());
        return last != null && last.step() > session.progress().step()
                ? sessions.refreshed(session).onErrorReturn(session).defaultIfEmpty(session)
                : Mono.just(session);
    }

    private Answer turn(CallSession session, Received question) {
        var id = question.source().id();
        var given = session.replyTo(id);
        if (given != null) {
            return new Answer(given, Mono.empty());
        }
        var raw = question.raw(session.callId());
        var overtaken = overtaken(session, question);
        if (overtaken != null) {
            return new Answer(overtaken, facts.keep(raw, List.of()));
        }
        var spoken = spoken(session, question);
        List<Directive> directives = session.ended() ? List.of() : spoken.directives();
        var actionId = new ActionId(session.callId(), session.progress().step());
        var reply =
                callflows.write(actionId.text(), directives, question.webhook().source());
        session.answered(id, reply);
        return new Answer(reply, facts.keep(raw, spoken.facts()));
    }

    /** A copy of an earlier question that comes after a later one: the guest is already elsewhere. */
    private static @Nullable String overtaken(CallSession session, Received question) {
        var last = ActionId.read(question.webhook().clientActionId());
        boolean earlier = last != null
                && last.step() > 0
                && last.step() < session.progress().step();
        return earlier ? session.progress().lastReply() : null;
    }

    private Spoken spoken(CallSession session, Received question) {
        var webhook = question.webhook();
        var source = question.source();
        var position = session.position();
        if (position != null && position.pending() != null) {
            boolean wellConnected = webhook.sipCode() == null || webhook.sipCode() == SIP_OK;
            return wellConnected
                    ? new Spoken(List.of(), List.of())
                    : conversations.proceed(session, new Input.TransferFailed(), source);
        }
        if (position == null && webhook.status().equals("CALL_RECEIVED")) {
            return conversations.begin(session, source);
        }
        var keys = webhook.dtmf();
        return conversations.proceed(session, keys == null ? new Input.Silence() : new Input.Digits(keys), source);
    }

    private Answer unknown(Received question) {
        log.atWarn()
                .addKeyValue("providerCallId", question.webhook().sessionId())
                .log("question about an unknown call, the guest hears an apology");
        return new Answer(
                callflows.write(null, Apology.forUnknownCall(), null), facts.keep(question.raw(null), List.of()));
    }

    private Mono<String> whenDurable(Answer answer) {
        return answer.durable().timeout(answerPatience).onErrorComplete().thenReturn(answer.reply());
    }

    private record Answer(String reply, Mono<Void> durable) {}
}
