package io.tablecall.ingest.provider.asterisk.line;

import java.net.URI;
import java.nio.file.Path;

/** Asterisk fetches the file from us; needs {@code res_http_media_cache} there. */
public record PromptUrl(URI base) implements SpokenPrompts.Delivery {

    public PromptUrl {
        if (base.toString().contains(",")) throw new IllegalArgumentException("Asterisk splits media at commas");
    }

    @Override
    public String deliver(Path audio) {
        var root = base.toString();
        return (root.endsWith("/") ? root : root + '/') + "prompts/" + audio.getFileName();
    }
}
