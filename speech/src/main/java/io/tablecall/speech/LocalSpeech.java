package io.tablecall.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the engines in order of liking, keeps what they said, and never says the same thing twice at a time. */
final class LocalSpeech implements Speech {

    private static final Logger log = LoggerFactory.getLogger(LocalSpeech.class);

    private final List<Engine> engines;
    private final AudioCache cache;
    private final ConcurrentHashMap<Utterance, CompletableFuture<Path>> underway = new ConcurrentHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** The last engine must be one that always can. */
    LocalSpeech(List<Engine> engines, AudioCache cache) {
        this.engines = engines;
        this.cache = cache;
    }

    @Override
    public Path render(Utterance utterance) {
        var mine = new CompletableFuture<Path>();
        var theirs = underway.putIfAbsent(utterance, mine);
        if (theirs != null) {
            return theirs.join();
        }
        try {
            var file = look(utterance);
            mine.complete(file);
            return file;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underway.remove(utterance, mine);
        }
    }

    private Path look(Utterance utterance) {
        for (var engine : engines) {
            if (!engine.speaks(utterance)) {
                continue;
            }
            if (!engine.installed()) {
                reportMissing(engine);
                continue;
            }
            var key = key(engine, utterance);
            var known = cache.find(key);
            if (known.isPresent()) {
                return known.get();
            }
            try {
                return synthesize(engine, utterance, key);
            } catch (SpeechFailed e) {
                log.atWarn()
                        .addKeyValue("engine", engine.name())
                        .addKeyValue("language", utterance.language())
                        .setCause(e)
                        .log("speech failed, trying the next engine");
            } catch (IOException e) {
                throw new UncheckedIOException("speech cache is not writable", e);
            }
        }
        throw new IllegalStateException("no engine is left to speak");
    }

    private Path synthesize(Engine engine, Utterance utterance, String key) throws SpeechFailed, IOException {
        var scratch = cache.scratch();
        try {
            return cache.store(
                    key, engine.speak(utterance, scratch).atTelephoneRate().toWav());
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private void reportMissing(Engine engine) {
        if (reported.add(engine.name())) {
            log.atWarn()
                    .addKeyValue("package", engine.name())
                    .log("speech package {} is not installed; install it for the best voice", engine.name());
        }
    }

    private static String key(Engine engine, Utterance utterance) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(engine.name(), utterance.language(), utterance.voice(), utterance.text())) {
                sha256.update(part.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
