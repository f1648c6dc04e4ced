package io.tablecall.speech;

import java.nio.file.Path;

/** One way of turning text into sound. */
interface Engine {

    /** The package an operator would install, and part of the cache key: another engine means another file. */
    String name();

    boolean installed();

    boolean speaks(Utterance utterance);

    /** Returns the sound at whatever rate suits the engine; {@code scratch} is a file it may write to. */
    Pcm speak(Utterance utterance, Path scratch) throws SpeechFailed;
}
