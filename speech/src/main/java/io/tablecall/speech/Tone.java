package io.tablecall.speech;

import java.nio.file.Path;

/** What is left where no synthesizer is installed: a faint hum that lasts as long as the words would. */
final class Tone implements Engine {

    private static final int MILLIS_PER_CHARACTER = 60;
    private static final int SHORTEST_MILLIS = 500;
    private static final int LOUDNESS = 200;
    private static final double HERTZ = 440;

    @Override
    public String name() {
        return "tone";
    }

    @Override
    public boolean installed() {
        return true;
    }

    @Override
    public boolean speaks(Utterance utterance) {
        return true;
    }

    @Override
    public Pcm speak(Utterance utterance, Path scratch) {
        var millis = Math.max(SHORTEST_MILLIS, utterance.text().length() * MILLIS_PER_CHARACTER);
        var samples = new short[millis * Pcm.TELEPHONE_RATE / 1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (LOUDNESS * Math.sin(2 * Math.PI * HERTZ * i / Pcm.TELEPHONE_RATE));
        }
        return new Pcm(samples, Pcm.TELEPHONE_RATE);
    }
}
