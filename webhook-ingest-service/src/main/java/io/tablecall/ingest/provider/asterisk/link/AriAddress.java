package io.tablecall.ingest.provider.asterisk.link;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Which Asterisk, as whom, under which application name. Prints without its password. */
public record AriAddress(URI http, String username, String password, String app) {

    URI events() {
        var name = URLEncoder.encode(app, StandardCharsets.UTF_8);
        return URI.create("ws" + rest().substring("http".length()) + "/events?app=" + name + "&subscribeAll=true");
    }

    String rest() {
        var root = http.toString();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + "/ari";
    }

    String authorization() {
        var pair = (username + ':' + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The same for every replica that would own this application on this Asterisk. */
    public long lockKey() {
        try {
            var name = ("asterisk " + rest() + ' ' + app).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name))
                    .getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String toString() {
        return "AriAddress[http=%s, username=%s, password=***, app=%s]".formatted(http, username, app);
    }
}
