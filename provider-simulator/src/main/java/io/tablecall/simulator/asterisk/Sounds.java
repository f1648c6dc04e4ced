package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.Pace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds what a media address names, and how long it lasts. */
@Component
class Sounds {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_SECOND = 16_000;
    private static final Set<String> INSTALLED = Set.of(
            "welcome",
            "press-1-or-0",
            "thank-you",
            "goodbye",
            "invalid-choice",
            "beep",
            "vm-goodbye",
            "tt-weasels",
            "hello-world",
            "please-try-again",
            "pbx-invalid");
    private static final Set<String> SPOKEN_SCHEMES = Set.of("digits", "number", "characters", "tone");

    private final WebClient http = WebClient.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
            .build();

    /** How long the sound lasts; empty if there is none. */
    Mono<Duration> length(String media) {
        var colon = media.indexOf(':');
        var scheme = media.substring(0, Math.max(0, colon));
        var name = media.substring(colon + 1);
        if (SPOKEN_SCHEMES.contains(scheme)) return Mono.just(Duration.ofSeconds(1));
        if (!scheme.equals("sound")) return Mono.empty();
        if (name.startsWith("http://") || name.startsWith("https://")) return fetched(name);
        if (name.startsWith("/")) {
            return Mono.fromCallable(() -> fileSize(name))
                    .subscribeOn(Schedulers.boundedElastic())
                    .map(Sounds::lasting)
                    .onErrorComplete();
        }
        if (!INSTALLED.contains(name) && !name.startsWith("digits/")) return Mono.empty();
        return Mono.just(Pace.spoken(name.replaceAll("[-/]", " ")).plusSeconds(1));
    }

    private Mono<Duration> fetched(String address) {
        return http.get()
                .uri(URI.create(address))
                .retrieve()
                .bodyToMono(byte[].class)
                .timeout(PATIENCE)
                .map(bytes -> lasting(bytes.length))
                .onErrorComplete();
    }

    private static long fileSize(String name) throws IOException {
        var file = Stream.of("", ".wav", ".sln", ".gsm", ".ulaw", ".alaw")
                .map(suffix -> Path.of(name + suffix))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IOException("no such sound"));
        return Files.size(file);
    }

    private static Duration lasting(long bytes) {
        var millis = Math.max(0, bytes - HEADER_BYTES) * 1000 / BYTES_PER_SECOND;
        return Pace.shorter(Duration.ofMillis(millis), LONGEST);
    }
}
