package io.tablecall.ingest.provider.asterisk.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tablecall.schemas.call.AnswerRecorded;
import io.tablecall.schemas.call.CallEnded;
import io.tablecall.schemas.call.DigitsPressed;
import io.tablecall.schemas.call.EndStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelStoryTest {
    private static final String AT = "2026-11-20T16:09:30.359+0000";

    @Test
    void keys_pressed_in_a_dialplan_are_told_as_they_are() {
        var events = Capture.frames("dtmf9then1.dialplan").stream()
                .map(frame -> frame.replace("\"app_name\":\"Stasis\"", "\"app_name\":\"Read\""))
                .map(ChannelStoryTest::read)
                .toList();

        assertThat(Capture.told(events))
                .extracting(CallFact::detail)
                .filteredOn(DigitsPressed.class::isInstance)
                .containsExactly(new DigitsPressed(null, "9"), new DigitsPressed(null, "1"));
    }

    @Test
    void a_menu_of_the_dialplan_reports_its_key_and_its_answer() {
        var report = read("""
                {"type":"ChannelUserevent","timestamp":"%s","eventname":"ivrmenu",
                 "userevent":{"eventname":"ivrmenu","menu":"confirm","digit":"1","answer":"CONFIRMED"},
                 "channel":%s}""".formatted(AT, channel("Up")));

        assertThat(Capture.told(List.of(report, report)))
                .extracting(CallFact::detail)
                .containsExactly(new DigitsPressed("confirm", "1"), new AnswerRecorded("CONFIRMED", "confirm", "1"));
    }

    @Test
    void a_menu_that_names_no_answer_gives_none() {
        var report = read("""
                {"type":"ChannelUserevent","timestamp":"%s","eventname":"ivrmenu","userevent":{"digit":"1"},
                 "channel":%s}""".formatted(AT, channel("Up")));

        assertThat(Capture.told(List.of(report)))
                .extracting(CallFact::detail)
                .containsExactly(new DigitsPressed("ivrmenu", "1"));
    }

    @Test
    void a_ring_we_ended_ourselves_is_canceled_also_where_asterisk_names_no_cause() {
        var hangup = read("""
                {"type":"ChannelHangupRequest","cause":32,"soft":true,"timestamp":"%s","channel":%s}""".formatted(AT, channel("Ringing")));
        var destroyed = read("""
                {"type":"ChannelDestroyed","cause":0,"cause_txt":"Unknown","timestamp":"%s","channel":%s}""".formatted(AT, channel("Ringing")));

        assertThat(Capture.told(List.of(hangup, destroyed)))
                .extracting(CallFact::detail)
                .containsExactly(new CallEnded(EndStatus.CANCELED, "0", "Unknown", null));
    }

    @Test
    void a_ring_cut_off_by_an_asterisk_that_stops_was_not_answered() {
        var stopping = read("""
                {"type":"ChannelHangupRequest","cause":4,"soft":true,"timestamp":"%s","channel":%s}""".formatted(AT, channel("Ringing")));
        var destroyed = read("""
                {"type":"ChannelDestroyed","cause":0,"cause_txt":"Unknown","timestamp":"%s","channel":%s}""".formatted(AT, channel("Ringing")));

        assertThat(Capture.told(List.of(stopping, destroyed)))
                .extracting(CallFact::detail)
                .containsExactly(new CallEnded(EndStatus.NO_ANSWER, "0", "Unknown", null));
    }

    @Test
    void whatever_tells_that_the_guest_answered_tells_the_same_fact() {
        var changed = read(
                "{\"type\":\"ChannelStateChange\",\"timestamp\":\"%s\",\"channel\":%s}".formatted(AT, channel("Up")));
        var dialled = read("{\"type\":\"Dial\",\"timestamp\":\"%s\",\"dialstatus\":\"ANSWER\",\"peer\":%s}"
                .formatted(AT, channel("Up")));
        var entered =
                read("{\"type\":\"StasisStart\",\"timestamp\":\"%s\",\"application\":\"tablecall\",\"channel\":%s}"
                        .formatted(AT, channel("Up")));

        assertThat(List.of(changed, dialled, entered))
                .flatExtracting(event -> Capture.told(List.of(event)))
                .hasSize(3)
                .extracting(CallFact::eventId)
                .containsOnly(Capture.told(List.of(changed)).getFirst().eventId());
    }

    @Test
    void an_end_heard_alone_still_knows_that_the_call_was_answered() {
        var events = Capture.events("dtmf1.stasis");
        var end = events.stream().filter(AriEvent.Destroyed.class::isInstance).toList();

        assertThat(Capture.told(end))
                .extracting(CallFact::detail)
                .containsExactly(new CallEnded(EndStatus.COMPLETED, "16", "Normal Clearing", null));
    }

    @Test
    void what_makes_no_sense_is_passed_over() {
        var frames = new AriFrames();

        assertThat(List.of(
                        "",
                        "{",
                        "[]",
                        "null",
                        "{}",
                        "{\"type\":\"StasisStart\"}",
                        "{\"type\":\"Dial\",\"timestamp\":\"x\"}"))
                .allSatisfy(frame -> assertThat(frames.read(frame)).isEmpty());
    }

    @Test
    void an_event_of_a_later_asterisk_is_of_no_interest() {
        var event = read("{\"type\":\"ChannelToneDetected\",\"timestamp\":\"%s\",\"new\":{\"a\":[1]}}".formatted(AT));

        assertThat(event).isInstanceOf(AriEvent.OfNoInterest.class);
    }

    private static AriEvent read(String frame) {
        return new AriFrames().read(frame).orElseThrow();
    }

    private static String channel(String state) {
        return """
                {"id":"c","state":"%s","creationtime":"%s","dialplan":{"app_name":"AppDial2","app_data":""},"novel":1}""".formatted(state, AT);
    }
}
