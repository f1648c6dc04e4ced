package io.tablecall.simulator.asterisk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A playback as ARI shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlaybackView(
        String id,
        @JsonProperty("media_uri") String mediaUri,
        @Nullable @JsonProperty("next_media_uri") String nextMediaUri,
        @JsonProperty("target_uri") String targetUri,
        String language,
        String state) {}
