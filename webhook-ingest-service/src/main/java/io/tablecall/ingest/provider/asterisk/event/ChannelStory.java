package io.tablecall.ingest.provider.asterisk.event;

import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallAnswered;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.CallRinging;
import io.tablecall.schemas.call.DigitsPressed;
import io.tablecall.schemas.call.EndStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that was heard of one channel. Hearing is commutative and idempotent: any order and any number of copies of the
 * same events tell the same story, and the same story states the same facts.
 */
public record ChannelStory(
        String channel,
        Instant created,
        @Nullable Instant ringing,
        @Nullable Instant answered,
        boolean hungUpByUs,
        SortedSet<Keys> keys,
        AriEvent.@Nullable Destroyed end) {

    private static final int SOFT_HANGUP_EXPLICIT = 32;

    /** Keys pressed outside our conversation: in a menu of the dialplan, or just so. */
    record Keys(
            Instant at,
            String digits,
            @Nullable String menu,
            @Nullable String answer) implements Comparable<Keys> {
        private static final Comparator<Keys> ORDER = Comparator.comparing(Keys::at)
                .thenComparing(Keys::digits)
                .thenComparing(Keys::menu, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Keys::answer, Comparator.nullsFirst(Comparator.naturalOrder()));

        @Override
        public int compareTo(Keys other) {
            return ORDER.compare(this, other);
        }
    }

    public static ChannelStory of(Channel channel) {
        return new ChannelStory(channel.id(), channel.created(), null, null, false, Collections.emptySortedSet(), null);
    }

    public ChannelStory after(AriEvent.OnChannel event) {
        return switch (event) {
            case AriEvent.StateChanged e when e.channel().isRinging() -> withRinging(e.at());
            case AriEvent.StateChanged e when e.channel().isUp() -> withAnswered(e.at());
            case AriEvent.Dialled e when e.status().equals("RINGING") -> withRinging(e.at());
            case AriEvent.Dialled e when e.status().equals("ANSWER") -> withAnswered(e.at());
            case AriEvent.StasisStarted e when e.channel().isUp() -> withAnswered(e.at());
            case AriEvent.DigitReceived e
            when e.channel().stasisApp() == null -> withKeys(new Keys(e.at(), e.digit(), null, null));
            case AriEvent.MenuReported e -> withKeys(new Keys(e.at(), e.digits(), e.menu(), e.answer()));
            case AriEvent.HangupRequested e
            when e.soft() && Integer.valueOf(SOFT_HANGUP_EXPLICIT).equals(e.cause()) ->
                new ChannelStory(channel, created, ringing, answered, true, keys, end);
            case AriEvent.Destroyed e ->
                new ChannelStory(channel, created, ringing, answered, hungUpByUs, keys, end == null ? e : end);
            case AriEvent.StateChanged _,
                    AriEvent.Dialled _,
                    AriEvent.StasisStarted _,
                    AriEvent.DigitReceived _,
                    AriEvent.HangupRequested _,
                    AriEvent.Created _,
                    AriEvent.StasisEnded _ -> this;
        };
    }

    public List<CallFact> facts() {
        var facts = new ArrayList<CallFact>();
        if (ringing != null) facts.add(CallFact.of(this, ringing, new CallRinging()));
        if (answered != null) facts.add(CallFact.of(this, answered, new CallAnswered()));
        for (var pressed : keys) {
            var at = pressed.at();
            facts.add(CallFact.of(
                    this,
                    at,
                    new DigitsPressed(pressed.menu(), pressed.digits()),
                    pressed.menu(),
                    pressed.digits(),
                    at.toEpochMilli()));
            if (pressed.answer() != null && pressed.menu() != null)
                facts.add(CallFact.of(
                        this,
                        at,
                        new AnswerRecorded(pressed.answer(), pressed.menu(), pressed.digits()),
                        pressed.menu(),
                        pressed.answer(),
                        at.toEpochMilli()));
        }
        if (end != null) facts.add(ended(end));
        return List.copyOf(facts);
    }

    /** The facts this story states and the one before it did not. */
    public List<CallFact> newsSince(ChannelStory before) {
        if (equals(before)) return List.of();
        var known = new HashSet<String>();
        for (var fact : before.facts()) known.add(fact.eventId());
        return facts().stream().filter(fact -> !known.contains(fact.eventId())).toList();
    }

    private CallFact ended(AriEvent.Destroyed end) {
        var talk =
                answered == null ? null : Duration.between(answered, end.at()).toMillis() / 1000.0;
        var status = status(end);
        var detail = new CallEnded(status, Integer.toString(end.cause()), end.causeText(), talk);
        return CallFact.of(
                this, end.at(), detail, status, end.cause(), talk, end.at().toEpochMilli());
    }

    /**
     * An answered call is completed whatever its cause: a BYE gives 0 or 16, a DELETE with a reason even 17. A ring that
     * ends without any cause was cut off by an Asterisk that stopped; the guest has declined nothing.
     */
    private EndStatus status(AriEvent.Destroyed end) {
        if (answered != null || end.channel().isUp()) return EndStatus.COMPLETED;
        return switch (end.cause()) {
            case 17 -> EndStatus.BUSY;
            case 18, 19 -> EndStatus.NO_ANSWER;
            case 16 -> EndStatus.CANCELED;
            case 0 -> hungUpByUs ? EndStatus.CANCELED : EndStatus.NO_ANSWER;
            default -> EndStatus.FAILED;
        };
    }

    private ChannelStory withRinging(Instant at) {
        return new ChannelStory(channel, created, earlier(ringing, at), answered, hungUpByUs, keys, end);
    }

    private ChannelStory withAnswered(Instant at) {
        return new ChannelStory(channel, created, ringing, earlier(answered, at), hungUpByUs, keys, end);
    }

    private ChannelStory withKeys(Keys pressed) {
        var more = new TreeSet<>(keys);
        more.add(pressed);
        return new ChannelStory(
                channel, created, ringing, answered, hungUpByUs, Collections.unmodifiableSortedSet(more), end);
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }
}
