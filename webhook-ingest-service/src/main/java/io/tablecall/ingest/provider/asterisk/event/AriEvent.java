package io.tablecall.ingest.provider.asterisk.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event of the ARI socket, as far as we care. */
public sealed interface AriEvent {

    Instant at();

    /** Asterisk's name for it. */
    default String kind() {
        return switch (this) {
            case Created _ -> "ChannelCreated";
            case StateChanged _ -> "ChannelStateChange";
            case Dialled _ -> "Dial";
            case StasisStarted _ -> "StasisStart";
            case StasisEnded _ -> "StasisEnd";
            case DigitReceived _ -> "ChannelDtmfReceived";
            case HangupRequested _ -> "ChannelHangupRequest";
            case Destroyed _ -> "ChannelDestroyed";
            case MenuReported _ -> "ChannelUserevent";
            case PlaybackStarted _ -> "PlaybackStarted";
            case PlaybackFinished _ -> "PlaybackFinished";
            case ApplicationReplaced _ -> "ApplicationReplaced";
            case OfNoInterest(var type, var _) -> type;
        };
    }

    /** Something that happened to one channel; the events of one channel keep their order. */
    sealed interface OnChannel extends AriEvent {
        Channel channel();
    }

    record Created(Channel channel, Instant at) implements OnChannel {}

    record StateChanged(Channel channel, Instant at) implements OnChannel {}

    /** {@code status} is coarse (404, 480 and 603 are all NOANSWER) and absent when the ring times out. */
    record Dialled(Channel channel, Instant at, String status) implements OnChannel {}

    record StasisStarted(Channel channel, Instant at, String application) implements OnChannel {}

    record StasisEnded(Channel channel, Instant at) implements OnChannel {}

    /** Sent when the key is released. */
    record DigitReceived(Channel channel, Instant at, String digit) implements OnChannel {}

    /** With {@code soft} the cause is Asterisk's soft-hangup flag, not a Q.850 number. */
    record HangupRequested(
            Channel channel, Instant at, @Nullable Integer cause, boolean soft) implements OnChannel {}

    /** The end, and the only trustworthy cause. */
    record Destroyed(
            Channel channel,
            Instant at,
            int cause,
            @Nullable String causeText) implements OnChannel {}

    /** A dialplan's {@code UserEvent(…)}: how a menu that lives on the PBX reports a key. */
    record MenuReported(
            Channel channel,
            Instant at,
            String menu,
            String digits,
            @Nullable String answer) implements OnChannel {}

    /** Told for every sound of a playback; the end is told once for all of them. */
    record PlaybackStarted(
            String channelId,
            Instant at,
            String playbackId,
            @Nullable String media) implements AriEvent {}

    record PlaybackFinished(String channelId, Instant at, String playbackId, boolean failed) implements AriEvent {}

    /** Another client took the application over: this socket stays open and silent for good. */
    record ApplicationReplaced(Instant at) implements AriEvent {}

    /** Well-formed, but nothing we act on. */
    record OfNoInterest(String type, Instant at) implements AriEvent {}
}
