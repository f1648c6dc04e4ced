package io.tablecall.simulator.asterisk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** Prompts: queued, looked at, cut short. */
@RestController
class PlaybacksEndpoint {

    private final Calls calls;
    private final AriBody bodies;

    PlaybacksEndpoint(Calls calls, AriBody bodies) {
        this.calls = calls;
        this.bodies = bodies;
    }

    @PostMapping({"/ari/channels/{id}/play", "/ari/channels/{id}/play/{playbackId}"})
    ResponseEntity<PlaybackView> play(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String playbackId,
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest http) {
        var call = calls.existing(id);
        var json = bodies.read(http, body);
        var media = media(json, http);
        if (media.isEmpty()) throw AriProblem.badRequest("At least one media URI must be provided");
        var name = playbackId == null ? json.path("playbackId").asString(nameInQuery(http)) : playbackId;
        var playback = call.play(name, media);
        return ResponseEntity.created(
                        URI.create("/ari/playbacks/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8)))
                .body(playback);
    }

    private static String nameInQuery(ServerHttpRequest http) {
        var name = http.getQueryParams().getFirst("playbackId");
        return name == null ? UUID.randomUUID().toString() : name;
    }

    private static List<String> media(JsonNode body, ServerHttpRequest http) {
        var given = new ArrayList<String>();
        var inBody = body.path("media");
        if (inBody.isArray()) inBody.forEach(each -> given.add(each.asString("")));
        else if (inBody.isString()) given.add(inBody.stringValue());
        else given.addAll(http.getQueryParams().getOrDefault("media", List.of()));
        return given.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .filter(each -> !each.isBlank())
                .toList();
    }

    @GetMapping("/ari/playbacks/{playbackId}")
    PlaybackView get(@PathVariable String playbackId) {
        return calls.all().stream()
                .flatMap(call -> call.playback(playbackId).stream())
                .findFirst()
                .orElseThrow(() -> AriProblem.notFound("Playback"));
    }

    @DeleteMapping("/ari/playbacks/{playbackId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String playbackId) {
        if (calls.all().stream().noneMatch(call -> call.stop(playbackId))) throw AriProblem.notFound("Playback");
    }
}
