package io.tablecall.speech;

import io.tablecall.speech.Utterance.Gender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** espeak-ng: small, quick, and speaks all our languages. */
final class EspeakNg implements Engine {

    private static final Set<String> OLD_WORLD_SPANISH = Set.of("", "ES");

    private final Program program;

    EspeakNg(Duration limit) {
        this(new Program("espeak-ng", limit));
    }

    EspeakNg(Program program) {
        this.program = program;
    }

    @Override
    public String name() {
        return "espeak-ng";
    }

    @Override
    public boolean installed() {
        return program.installed();
    }

    @Override
    public boolean speaks(Utterance utterance) {
        return true;
    }

    @Override
    public Pcm speak(Utterance utterance, Path scratch) throws SpeechFailed {
        var voice = language(utterance.locale()) + variant(utterance.gender());
        program.run(List.of("-b", "1", "-s", "150", "-v", voice, "--stdin", "-w", scratch.toString()), text(utterance));
        return Pcm.read(scratch);
    }

    static String language(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> locale.getCountry().equals("GB") ? "en-gb" : "en-us";
            case "es" -> OLD_WORLD_SPANISH.contains(locale.getCountry()) ? "es" : "es-419";
            case "zh" -> locale.getCountry().equals("HK") ? "yue" : "cmn";
            case "fr" -> "fr-fr";
            case String other -> other;
        };
    }

    private static String variant(Gender gender) {
        return switch (gender) {
            case FEMALE -> "+f3";
            case MALE -> "+m3";
            case ANY -> "";
        };
    }

    /** Double brackets would switch it from words to phonemes. */
    private static String text(Utterance utterance) {
        return utterance.text().replace("[[", "[ [");
    }
}
