package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.control.SettingsHolder;
import io.tablecall.simulator.eightbyeight.Action.HangUp;
import io.tablecall.simulator.eightbyeight.Action.MakeCall;
import io.tablecall.simulator.eightbyeight.Action.PlayFile;
import io.tablecall.simulator.eightbyeight.Action.Say;
import io.tablecall.simulator.eightbyeight.Action.SayAndCapture;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads one action and its parameters. */
@Component
class ActionReader {

    private static final Pattern MSISDN = Pattern.compile("\\+?[1-9]\\d{6,14}");

    private final Webhooks webhooks;
    private final SettingsHolder settings;

    ActionReader(Webhooks webhooks, SettingsHolder settings) {
        this.webhooks = webhooks;
        this.settings = settings;
    }

    Action read(String name, Params params) {
        return switch (name) {
            case "makeCall" -> makeCall(params);
            case "say" -> say(params, "text");
            case "sayAndCapture" -> sayAndCapture(params);
            case "playFile" -> playFile(params);
            default -> new HangUp();
        };
    }

    private static MakeCall makeCall(Params params) {
        if (params.node().path("destination").isArray()) {
            throw Rejection.senseless(-1011, "Multiple destination phone numbers found in the request");
        }
        var source = params.text("source");
        var destination = params.text("destination");
        if (destination.matches(".*[,;|].*")) {
            throw Rejection.senseless(-1011, "Multiple destination phone numbers found in the request");
        }
        if (!MSISDN.matcher(destination).matches()) {
            throw Rejection.senseless(-1017, "Invalid MSISDN format in Destination");
        }
        return new MakeCall(e164(source), e164(destination));
    }

    private static String e164(String number) {
        return number.startsWith("+") ? number : "+" + number;
    }

    private static Say say(Params params, String field) {
        var text = params.spoken(field);
        if (!SpeechProfile.known(params.text("voiceProfile"))) {
            throw Rejection.senseless(-1002, "Speech profile or language parameter invalid");
        }
        return new Say(text, params.number("repetition", 1, 1, 3), params.fraction("speed", 1, 0.5, 2));
    }

    private SayAndCapture sayAndCapture(Params params) {
        var prompt = say(params, "promptMessage");
        if (params.has("minDigits") && !params.has("maxDigits")) {
            throw Rejection.senseless(-1003, "Valid maxDigits required when minDigits provided");
        }
        if (params.isFalse("completeOnHash") && !params.has("maxDigits")) {
            throw Rejection.senseless(-1008, "Valid maxDigits is required when completeOnHash is false");
        }
        if (params.has("digitTimeout") && !params.has("overallTimeout")) {
            throw Rejection.senseless(-1005, "Valid overallTimeout is required when digitTimeout provided");
        }
        var overall = params.number("overallTimeout", 30_000, 1, 600_000);
        var digit = params.number("digitTimeout", 1, 1, 600_000);
        if (digit > overall || (digit == overall && !settings.now().equalTimeoutsAllowed())) {
            throw Rejection.senseless(-1006, "OverallTimeout should be greater than digitTimeout");
        }
        if (!webhooks.takes(WebhookKind.VCA)) throw Rejection.senseless(-1004, "DTMF callback url not provided");
        var min = params.number("minDigits", 1, 1, 25);
        return new SayAndCapture(
                prompt,
                min,
                params.number("maxDigits", 25, min, 25),
                Duration.ofMillis(overall),
                params.number("noOfTries", 3, 1, 10),
                params.textOr("successMessage", ""),
                params.textOr("failureMessage", ""));
    }

    private static PlayFile playFile(Params params) {
        if (!params.text("fileUrl").matches("https?://.+")) {
            throw Rejection.garbled(-1009, params.path() + ".fileUrl: http or https address expected");
        }
        return new PlayFile(params.number("repetition", 1, 1, 3));
    }
}
