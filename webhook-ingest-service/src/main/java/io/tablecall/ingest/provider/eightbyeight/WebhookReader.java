package io.tablecall.ingest.provider.eightbyeight;

import io.tablecall.ingest.provider.eightbyeight.Webhook.Kind;
import io.tablecall.ingest.provider.eightbyeight.Webhook.Leg;
import io.tablecall.web.BadInput;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads a webhook in one pass, keeping only what we need. Names are matched whatever their case. */
final class WebhookReader {

    private static final JsonFactory JSON = new JsonFactory();

    private WebhookReader() {}

    /** Throws {@link BadInput} naming what is wrong. */
    static Webhook read(Kind kind, byte[] body) {
        var found = new Findings();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadInput("", "is not a JSON object");
            }
            boolean payload = false;
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() == JsonToken.START_OBJECT && name.equals("payload")) {
                    payload(parser, found);
                    payload = true;
                } else {
                    parser.skipChildren();
                }
            }
            if (!payload) {
                throw new BadInput("/payload", "is required and must be an object");
            }
            if (parser.nextToken() != null) {
                throw new BadInput("", "has something after its end");
            }
        } catch (StreamReadException notJson) {
            var at = notJson.getLocation();
            throw new BadInput("", at == null ? "is not JSON" : "is not JSON: column %d".formatted(at.getColumnNr()));
        } catch (JacksonException unreadable) {
            throw new BadInput("", "cannot be read");
        }
        return found.webhook(kind);
    }

    private static void payload(JsonParser parser, Findings found) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var value = parser.nextToken();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "eventid" -> found.eventId = text(parser, name);
                case "sessionid" -> found.sessionId = text(parser, name);
                case "callstatus" -> found.callStatus = text(parser, name);
                case "sessionstatus" -> found.sessionStatus = text(parser, name);
                case "sipcode" -> found.sipCode = number(parser, name);
                case "clientactionid" -> found.clientActionId = text(parser, name);
                case "source" -> found.source = text(parser, name);
                case "timestamp" -> found.timestamp = Times.read(text(parser, name), "/payload/timestamp");
                case "starttime" -> found.startTime = Times.read(text(parser, name), "/payload/startTime");
                case "endtime" -> found.endTime = Times.read(text(parser, name), "/payload/endTime");
                case "dtmf" -> found.dtmf(text(parser, name));
                case "eventdata" -> {
                    if (value == JsonToken.START_OBJECT) {
                        eventData(parser, found);
                    } else {
                        found.dtmf(text(parser, name));
                    }
                }
                case "errordetails" -> errorDetails(parser, found);
                case "details" -> details(parser, found);
                default -> parser.skipChildren();
            }
        }
    }

    private static void eventData(JsonParser parser, Findings found) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equalsIgnoreCase("dtmf")) {
                found.dtmf(text(parser, "eventData/dtmf"));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void errorDetails(JsonParser parser, Findings found) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "errorcode" -> found.errorCode = number(parser, "errorDetails/errorCode");
                case "errormsg" -> found.errorMessage = text(parser, "errorDetails/errorMsg");
                default -> parser.skipChildren();
            }
        }
    }

    private static void details(JsonParser parser, Findings found) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                found.leg(name, leg(parser, "/payload/details/" + name + "/"));
            }
        }
    }

    private static Leg leg(JsonParser parser, String pointer) {
        String connected = null;
        String disconnected = null;
        Integer seconds = null;
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "connectedtimestamp" -> connected = text(parser, name);
                case "disconnectedtimestamp" -> disconnected = text(parser, name);
                case "callduration" -> seconds = number(parser, name);
                default -> parser.skipChildren();
            }
        }
        return new Leg(
                Times.read(connected, pointer + "connectedTimestamp"),
                Times.read(disconnected, pointer + "disconnectedTimestamp"),
                seconds);
    }

    private static @Nullable String text(JsonParser parser, String field) {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == null || !token.isScalarValue()) {
            throw new BadInput("/payload/" + field, "must be text");
        }
        return parser.getString();
    }

    private static @Nullable Integer number(JsonParser parser, String field) {
        var text = text(parser, field);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notNumeric) {
            throw new BadInput("/payload/" + field, "must be a whole number");
        }
    }
}
