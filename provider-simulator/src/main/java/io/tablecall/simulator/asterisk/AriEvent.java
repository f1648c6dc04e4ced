package io.tablecall.simulator.asterisk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Asterisk tells its applications. The record's name is the event's type; the envelope is added per application. */
sealed interface AriEvent {

    record ApplicationReplaced() implements AriEvent {}

    record ChannelCreated(ChannelView channel) implements AriEvent {}

    record ChannelDialplan(
            @JsonProperty("dialplan_app") String app,
            @JsonProperty("dialplan_app_data") String appData,
            ChannelView channel)
            implements AriEvent {}

    record ChannelCallerId(
            @JsonProperty("caller_presentation") int presentation,
            @JsonProperty("caller_presentation_txt") String presentationText,
            ChannelView channel)
            implements AriEvent {}

    record ChannelConnectedLine(ChannelView channel) implements AriEvent {}

    record ChannelVarset(String variable, String value, ChannelView channel) implements AriEvent {}

    record Dial(String dialstatus, String forward, String dialstring, ChannelView peer) implements AriEvent {}

    record ChannelStateChange(ChannelView channel) implements AriEvent {}

    record DeviceStateChanged(@JsonProperty("device_state") DeviceState deviceState) implements AriEvent {}

    record DeviceState(String name, String state) {}

    record StasisStart(List<String> args, ChannelView channel) implements AriEvent {}

    record StasisEnd(ChannelView channel) implements AriEvent {}

    record PlaybackStarted(PlaybackView playback) implements AriEvent {}

    record PlaybackContinuing(PlaybackView playback) implements AriEvent {}

    record PlaybackFinished(PlaybackView playback) implements AriEvent {}

    record ChannelDtmfReceived(
            String digit, @JsonProperty("duration_ms") int duration, ChannelView channel) implements AriEvent {}

    record ChannelHangupRequest(
            @Nullable Integer cause,
            @Nullable @JsonProperty("tech_cause") Integer techCause,
            @Nullable Boolean soft,
            ChannelView channel)
            implements AriEvent {}

    record ChannelDestroyed(
            int cause,
            @JsonProperty("cause_txt") String causeText,
            @Nullable @JsonProperty("tech_cause") Integer techCause,
            ChannelView channel)
            implements AriEvent {}
}
