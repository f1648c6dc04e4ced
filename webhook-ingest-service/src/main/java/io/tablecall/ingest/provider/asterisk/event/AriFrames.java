package io.tablecall.ingest.provider.asterisk.event;

import io.tablecall.ingest.provider.asterisk.event.Frame.Dialplan;
import io.tablecall.ingest.provider.asterisk.event.Frame.Leg;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Asterisk sends; a frame that makes no sense is empty, never an exception. */
public final class AriFrames {

    /** Asterisk writes {@code +0000} without a colon. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS[XXX][XX]");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectReader frames = MAPPER.readerFor(Frame.class);
    private final ObjectReader legs = MAPPER.readerFor(Leg[].class);

    public Optional<AriEvent> read(String json) {
        try {
            return Optional.of(event(frames.readValue(json)));
        } catch (JacksonException | DateTimeParseException | NullPointerException garbled) {
            return Optional.empty();
        }
    }

    /** The answer of {@code GET /channels}. */
    public List<Channel> channels(String json) {
        return Arrays.stream(legs.<Leg[]>readValue(json))
                .map(AriFrames::channel)
                .toList();
    }

    private static AriEvent event(Frame frame) {
        var at = instant(needed(frame.timestamp()));
        return switch (needed(frame.type())) {
            case "ChannelCreated" -> new AriEvent.Created(channel(frame.channel()), at);
            case "ChannelStateChange" -> new AriEvent.StateChanged(channel(frame.channel()), at);
            case "Dial" -> new AriEvent.Dialled(channel(frame.peer()), at, needed(frame.dialstatus()));
            case "StasisStart" ->
                new AriEvent.StasisStarted(
                        channel(frame.channel()), at, Objects.requireNonNullElse(frame.application(), ""));
            case "StasisEnd" -> new AriEvent.StasisEnded(channel(frame.channel()), at);
            case "ChannelDtmfReceived" ->
                new AriEvent.DigitReceived(channel(frame.channel()), at, needed(frame.digit()));
            case "ChannelHangupRequest" ->
                new AriEvent.HangupRequested(
                        channel(frame.channel()), at, frame.cause(), Boolean.TRUE.equals(frame.soft()));
            case "ChannelDestroyed" ->
                new AriEvent.Destroyed(
                        channel(frame.channel()), at, Objects.requireNonNullElse(frame.cause(), 0), frame.causeTxt());
            case "ChannelUserevent" -> report(frame, at);
            case "PlaybackStarted" ->
                new AriEvent.PlaybackStarted(
                        played(frame),
                        at,
                        playback(frame),
                        needed(frame.playback()).mediaUri());
            case "PlaybackFinished" ->
                new AriEvent.PlaybackFinished(
                        played(frame),
                        at,
                        playback(frame),
                        "failed".equals(needed(frame.playback()).state()));
            case "ApplicationReplaced" -> new AriEvent.ApplicationReplaced(at);
            case String type -> new AriEvent.OfNoInterest(type, at);
        };
    }

    private static AriEvent report(Frame frame, Instant at) {
        var said = frame.userevent();
        if (frame.channel() == null || said == null) return new AriEvent.OfNoInterest("ChannelUserevent", at);
        var digits = said.digits() == null ? said.digit() : said.digits();
        if (digits == null || digits.isEmpty()) return new AriEvent.OfNoInterest("ChannelUserevent", at);
        var menu = said.menu() == null ? needed(frame.eventname()) : said.menu();
        var answer = said.answer() == null || said.answer().isBlank() ? null : said.answer();
        return new AriEvent.MenuReported(channel(frame.channel()), at, menu, digits, answer);
    }

    private static Channel channel(@Nullable Leg leg) {
        var known = needed(leg);
        var created = known.creationtime() == null ? Instant.EPOCH : instant(known.creationtime());
        return new Channel(
                needed(known.id()),
                created,
                Objects.requireNonNullElse(known.state(), ""),
                stasisApp(known.dialplan()));
    }

    private static @Nullable String stasisApp(@Nullable Dialplan dialplan) {
        if (dialplan == null || !"Stasis".equals(dialplan.appName()) || dialplan.appData() == null) return null;
        var data = dialplan.appData();
        var comma = data.indexOf(',');
        return comma < 0 ? data : data.substring(0, comma);
    }

    private static String played(Frame frame) {
        var target = needed(needed(frame.playback()).targetUri());
        return target.startsWith("channel:") ? target.substring("channel:".length()) : target;
    }

    private static String playback(Frame frame) {
        return needed(needed(frame.playback()).id());
    }

    private static Instant instant(String timestamp) {
        return OffsetDateTime.parse(timestamp, TIMESTAMP).toInstant();
    }

    private static <T> T needed(@Nullable T field) {
        return Objects.requireNonNull(field);
    }
}
