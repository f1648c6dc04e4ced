package io.tablecall.ingest.provider.asterisk.line;

import io.tablecall.speech.Utterance;
import java.util.List;
import reactor.core.publisher.Mono;

/** Makes words playable, off the event loops. */
public interface Prompts {

    Mono<Prompt> prepare(Utterance utterance);

    /** Begins to render what may be said soon; failures show when it is. */
    void foresee(List<Utterance> utterances);
}
