package io.tablecall.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's back door, and plain HTTP for whoever knocks at a service. */
final class SimulatorControl {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SimulatorControl(URI url) {
        this.url = url;
    }

    void order(String fault, String provider, int times) {
        order("{\"fault\":\"%s\",\"provider\":\"%s\",\"times\":%d}".formatted(fault, provider, times));
    }

    void order(String fault, String provider, int times, String kind) {
        order("{\"fault\":\"%s\",\"provider\":\"%s\",\"times\":%d,\"kind\":\"%s\"}"
                .formatted(fault, provider, times, kind));
    }

    void clear() {
        send(HttpRequest.newBuilder(url.resolve("/simulator/faults")).DELETE());
    }

    int rings(String number) {
        var answer = send(HttpRequest.newBuilder(url.resolve("/simulator/originates?number=" + number.substring(1))));
        return answer.body().split("\"providerCallId\"", -1).length - 1;
    }

    /** The keys the guest pressed in the newest call to the number. */
    String pressed(String number) {
        var calls = JSON.readTree(
                send(HttpRequest.newBuilder(url.resolve("/simulator/calls"))).body());
        var digits = "";
        for (var call : calls) {
            if (call.path("number").asString().endsWith(number.substring(1))) {
                digits = call.path("digits").asString();
            }
        }
        return digits;
    }

    HttpResponse<String> post(URI where, String authorization, String body) {
        return send(HttpRequest.newBuilder(where)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(URI where) {
        return send(HttpRequest.newBuilder(where));
    }

    static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void order(String json) {
        var answer = post(url.resolve("/simulator/faults"), "none", json);
        if (answer.statusCode() != 201) {
            throw new AssertionError("the simulator would not: " + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
