package io.tablecall.ingest.provider.asterisk.event;

import org.jspecify.annotations.Nullable;

/** An ARI event as it is on the wire; every field may be missing, unknown ones are passed over. */
record Frame(
        @Nullable String type,
        @Nullable String timestamp,
        @Nullable String application,
        @Nullable Leg channel,
        @Nullable Leg peer,
        @Nullable Playback playback,
        @Nullable String digit,
        @Nullable Integer cause,
        @Nullable String causeTxt,
        @Nullable Boolean soft,
        @Nullable String dialstatus,
        @Nullable String eventname,
        @Nullable Report userevent) {

    record Leg(
            @Nullable String id,
            @Nullable String state,
            @Nullable String creationtime,
            @Nullable Dialplan dialplan) {}

    record Dialplan(@Nullable String appName, @Nullable String appData) {}

    record Playback(
            @Nullable String id,
            @Nullable String mediaUri,
            @Nullable String targetUri,
            @Nullable String state) {}

    record Report(
            @Nullable String menu,
            @Nullable String digit,
            @Nullable String digits,
            @Nullable String answer) {}
}
