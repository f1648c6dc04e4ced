package io.tablecall.ingest.provider.asterisk.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Streams a real Asterisk wrote. */
final class Capture {
    private static final JsonMapper JSON = new JsonMapper();

    private Capture() {}

    static List<String> names() {
        try (var files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ".jsonl".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The frames of one file; those of the edge cases stand beside other notes, under {@code event}. */
    static List<String> frames(String name) {
        try (var lines = Files.lines(directory().resolve(name + ".jsonl"))) {
            return lines.map(JSON::readTree)
                    .map(line -> line.has("event") ? line.get("event") : line)
                    .filter(line -> line.has("type"))
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AriEvent> events(String name) {
        var frames = new AriFrames();
        return frames(name).stream()
                .map(frame -> frames.read(frame).orElseThrow(() -> new AssertionError(frame)))
                .toList();
    }

    /** What the service would tell while hearing these events one by one. */
    static List<CallFact> told(Iterable<? extends AriEvent> events) {
        var stories = new LinkedHashMap<List<Object>, ChannelStory>();
        var facts = new ArrayList<CallFact>();
        for (var event : events) {
            if (!(event instanceof AriEvent.OnChannel on)) continue;
            var key = List.<Object>of(on.channel().id(), on.channel().created());
            var before = stories.getOrDefault(key, ChannelStory.of(on.channel()));
            var after = before.after(on);
            stories.put(key, after);
            facts.addAll(after.newsSince(before));
        }
        return facts;
    }

    static Collection<ChannelStory> stories(Iterable<? extends AriEvent> events) {
        var stories = new LinkedHashMap<List<Object>, ChannelStory>();
        for (var event : events) {
            if (!(event instanceof AriEvent.OnChannel on)) continue;
            var key = List.<Object>of(on.channel().id(), on.channel().created());
            stories.put(
                    key,
                    stories.getOrDefault(key, ChannelStory.of(on.channel())).after(on));
        }
        return stories.values();
    }

    private static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(Capture.class.getResource("/asterisk/events"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
