package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.ingest.provider.asterisk.event.AriEvent;
import io.tablecall.ingest.provider.asterisk.event.CallFact;
import io.tablecall.ingest.provider.asterisk.event.Channel;
import io.tablecall.ingest.provider.asterisk.event.ChannelStory;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.EndStatus;
import io.tablecall.schemas.call.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of ours on Asterisk: tells the facts its events add and leads its conversation. Belongs to its lane. */
final class Line {
    private static final Logger log = LoggerFactory.getLogger(Line.class);

    private final LiveCall call;
    private final String channelId;
    private final Lanes.Lane lane;
    private final Desk desk;
    private final Lanes.Alarm limit;
    private @Nullable ChannelStory story;
    private @Nullable Talk talk;
    private int talkBegunIn;
    private int lastHeardIn;
    private boolean endExpected;
    private boolean abandoned;
    private boolean ended;

    Line(LiveCall call, Lanes.Lane lane, Desk desk) {
        this.call = call;
        this.channelId = call.callId();
        this.lane = lane;
        this.desk = desk;
        this.limit = lane.after(
                Duration.between(desk.clock().instant(), call.requestedAt().plus(call.maxDuration())), this::tooLong);
    }

    boolean ended() {
        return ended;
    }

    /** @param connection counts the connections, so that what was missed between two is known to be missed */
    void hear(Heard heard, int connection) {
        lastHeardIn = connection;
        switch (heard.event()) {
            case AriEvent.OnChannel event -> hear(event, heard, connection);
            case AriEvent.PlaybackStarted event -> {
                tell(heard, List.of());
                if (talk != null) talk.playbackStarted(event);
            }
            case AriEvent.PlaybackFinished event -> {
                tell(heard, List.of());
                if (talk != null) talk.playbackFinished(event);
            }
            case AriEvent.ApplicationReplaced _, AriEvent.OfNoInterest _ -> {}
        }
    }

    private void hear(AriEvent.OnChannel event, Heard heard, int connection) {
        var before = storyOf(event.channel());
        if (before.created().isAfter(event.channel().created())) return;
        var after = before.after(event);
        story = after;
        if (event instanceof AriEvent.StasisEnded || event instanceof AriEvent.Destroyed) gone(event.at());
        tell(heard, after.newsSince(before));
        switch (event) {
            case AriEvent.Created _ -> desk.prompts().foresee(call.foreseen());
            case AriEvent.StasisStarted started
            when started.application().equals(desk.app()) -> talkOn(started.channel(), connection, started.at());
            case AriEvent.DigitReceived key -> {
                if (talk != null) talk.digit(key);
            }
            case AriEvent.Destroyed _ -> end();
            case AriEvent.StasisEnded _, AriEvent.HangupRequested _ -> expectTheEnd();
            case AriEvent.StasisStarted _, AriEvent.StateChanged _, AriEvent.Dialled _, AriEvent.MenuReported _ -> {}
        }
    }

    /** The channel was there when we came back: events may have been missed, the conversation goes on. */
    void adopt(Channel channel, int connection) {
        if (ended || !channel.isUp() || !desk.app().equals(channel.stasisApp())) return;
        var now = desk.clock().instant();
        var before = storyOf(channel);
        var after = before.after(new AriEvent.StasisStarted(channel, now, desk.app()));
        story = after;
        call.tell(null, after.newsSince(before), Provenance.RECONCILED);
        if (talk == null) {
            talkOn(channel, connection, now);
        } else if (talkBegunIn < connection) {
            talkBegunIn = connection;
            talk.resume();
        }
    }

    /** The channel was gone when we came back, and whatever was said of its end is lost. */
    void close(int connection) {
        if (!call.ended() && lastHeardIn < connection) endUnheard();
    }

    private void endUnheard() {
        if (ended || abandoned) return;
        var now = desk.clock().instant();
        var answered = call.begun() || (story != null && story.answered() != null);
        if (talk == null && call.begun() && !call.finished()) call.guestGone("gone", now);
        gone(now);
        end();
        var status = answered ? EndStatus.COMPLETED : EndStatus.NO_ANSWER;
        var id = CallFact.id(channelId, Instant.EPOCH, "CallEnded", "reconciled");
        var detail = new CallEnded(status, null, "end was not heard, channel is gone", null);
        call.tell(null, List.of(new CallFact(id, now, detail)), Provenance.RECONCILED);
        log.atWarn()
                .addKeyValue("callId", channelId)
                .addKeyValue("status", status)
                .log("call closed, its end was not heard");
    }

    /** Should the last event be lost, the call ends all the same. */
    private void expectTheEnd() {
        if (endExpected) return;
        endExpected = true;
        lane.after(
                desk.timings().endPatience(),
                () -> desk.commands()
                        .exists(channelId)
                        .subscribe(
                                exists -> {
                                    if (!exists) lane.execute(this::endUnheard);
                                },
                                e -> log.atWarn()
                                        .addKeyValue("callId", channelId)
                                        .setCause(e)
                                        .log("channel not looked up")));
    }

    /** Somebody else may own this Asterisk now. */
    void leave() {
        if (talk != null) talk.leave();
        talk = null;
        abandoned = true;
    }

    private void end() {
        ended = true;
        limit.cancel();
    }

    /** Whatever keeps the line open: the end is told as any other. */
    private void tooLong() {
        if (ended || abandoned) return;
        log.atWarn().addKeyValue("callId", channelId).log("call is at its longest, hanging up");
        expectTheEnd();
        desk.commands().hangUp(channelId).subscribe(_ -> {}, e -> {
            log.atWarn().addKeyValue("callId", channelId).setCause(e).log("hang-up was not accepted");
            lane.after(desk.timings().endPatience(), this::tooLong);
        });
    }

    private void gone(Instant at) {
        if (talk != null) talk.gone(at);
    }

    private void talkOn(Channel channel, int connection, Instant at) {
        if (talk != null || ended) return;
        var begun = new Talk(call, lane, desk);
        talk = begun;
        talkBegunIn = connection;
        if (channel.isUp()) {
            begun.begin(at);
        } else {
            desk.commands()
                    .answer(channelId)
                    .subscribe(
                            _ -> {},
                            e -> log.atWarn()
                                    .addKeyValue("callId", channelId)
                                    .setCause(e)
                                    .log("answer was refused"),
                            () -> lane.execute(() -> begun.begin(at)));
        }
    }

    private void tell(Heard heard, List<CallFact> news) {
        call.tell(heard.raw(channelId), new ArrayList<>(news), Provenance.PROVIDER);
    }

    private ChannelStory storyOf(Channel channel) {
        var known = story;
        if (known != null && !known.created().isBefore(channel.created())) return known;
        if (known != null) {
            leave();
            abandoned = false;
            endExpected = false;
            ended = false;
        }
        return ChannelStory.of(channel);
    }
}
