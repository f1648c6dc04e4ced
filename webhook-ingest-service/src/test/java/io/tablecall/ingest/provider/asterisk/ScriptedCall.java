package io.tablecall.ingest.provider.asterisk;

import io.tablecall.callflow.Directive;
import io.tablecall.callflow.Directive.Ask;
import io.tablecall.callflow.Directive.HangUp;
import io.tablecall.callflow.Directive.Say;
import io.tablecall.callflow.Input;
import io.tablecall.ingest.provider.asterisk.event.CallFact;
import io.tablecall.ingest.provider.asterisk.line.LiveCall;
import io.tablecall.schemas.call.Provenance;
import io.tablecall.schemas.provider.ProviderEvent;
import io.tablecall.speech.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A call with a small conversation: a greeting, one menu that asks at most twice, a goodbye. */
public final class ScriptedCall implements LiveCall {
    private final String callId;
    private final Instant requestedAt;
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private final List<SpecificRecord> facts = new CopyOnWriteArrayList<>();
    private final List<Provenance> provenances = new CopyOnWriteArrayList<>();
    private final List<String> raw = new CopyOnWriteArrayList<>();
    private volatile List<Directive> last = List.of();
    private volatile Duration maxDuration = Duration.ofDays(10_000);
    private volatile boolean begun;
    private volatile boolean finished;
    private final AtomicInteger silences = new AtomicInteger();
    private final Duration menuTimeout;

    public ScriptedCall(String callId, Instant requestedAt, Duration menuTimeout) {
        this.callId = callId;
        this.requestedAt = requestedAt;
        this.menuTimeout = menuTimeout;
    }

    /** As another owner left it: the menu has asked, nobody has answered. */
    public ScriptedCall begunElsewhere() {
        begun = true;
        return this;
    }

    public ScriptedCall lastingAtMost(Duration longest) {
        maxDuration = longest;
        return this;
    }

    /** What the conversation was told, in order. */
    public List<String> turns() {
        return turns;
    }

    public List<SpecificRecord> facts() {
        return facts;
    }

    public List<Provenance> provenances() {
        return provenances;
    }

    public List<String> raw() {
        return raw;
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public Instant requestedAt() {
        return requestedAt;
    }

    @Override
    public Duration maxDuration() {
        return maxDuration;
    }

    @Override
    public boolean begun() {
        return begun;
    }

    @Override
    public boolean finished() {
        return finished;
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public List<Directive> begin(String cause, Instant at) {
        begun = true;
        turns.add("begin");
        return said(List.of(new Say("hello", "en", ""), menu()));
    }

    @Override
    public List<Directive> proceed(Input input, String cause, Instant at) {
        if (input instanceof Input.Silence) silences.incrementAndGet();
        turns.add(
                switch (input) {
                    case Input.Digits(var digits) -> "digits " + digits;
                    case Input.Silence() -> "silence";
                    case Input.TransferFailed() -> "transfer failed";
                    case Input.HungUp() -> "hung up";
                });
        return said(
                switch (input) {
                    case Input.Digits(var digits) when digits.equals("1") -> goodbye("thanks");
                    case Input.Digits(var digits)
                    when digits.equals("5") -> List.of(new Directive.Transfer("+6560000000", Duration.ofSeconds(20)));
                    case Input.Silence() when silences.get() > 1 -> goodbye("nobody there");
                    case Input.TransferFailed() -> goodbye("sorry");
                    case Input.Digits _, Input.Silence _, Input.HungUp _ -> List.of(menu());
                });
    }

    @Override
    public List<Directive> again() {
        return last;
    }

    @Override
    public void guestGone(String cause, Instant at) {
        turns.add("gone");
    }

    @Override
    public void brokeOff(String cause, Instant at) {
        turns.add("broke off");
    }

    @Override
    public void tell(@Nullable ProviderEvent event, List<CallFact> told, Provenance provenance) {
        if (event != null) raw.add(event.getKind());
        for (var fact : told) {
            facts.add(fact.detail());
            provenances.add(provenance);
        }
    }

    @Override
    public List<Utterance> foreseen() {
        return List.of();
    }

    private List<Directive> said(List<Directive> directives) {
        last = directives;
        return directives;
    }

    private List<Directive> goodbye(String words) {
        finished = true;
        return List.of(new Say(words, "en", ""), new HangUp());
    }

    private Directive menu() {
        return new Ask("confirm", "press 1", "en", "", menuTimeout, 1);
    }
}
