package io.tablecall.speech;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** flite: a pleasant voice, English only. */
final class Flite implements Engine {

    private final Program program;

    Flite(Duration limit) {
        this.program = new Program("flite", limit);
    }

    @Override
    public String name() {
        return "flite";
    }

    @Override
    public boolean installed() {
        return program.installed();
    }

    @Override
    public boolean speaks(Utterance utterance) {
        return utterance.locale().getLanguage().equals("en");
    }

    @Override
    public Pcm speak(Utterance utterance, Path scratch) throws SpeechFailed {
        var voice = switch (utterance.gender()) {
            case FEMALE, ANY -> "slt";
            case MALE -> "rms";
        };
        program.run(List.of("-voice", voice, "-f", "/dev/stdin", "-o", scratch.toString()), utterance.text());
        return Pcm.read(scratch);
    }
}
