package io.tablecall.origination.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tablecall.origination.call.CallId;

/** Both providers as origination sees them; counts how often they were asked to ring a number and to hang up. */
final class Provider {

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .globalTemplating(true));

    Provider() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(json(200, """
                {"sessionId":"{{randomValue type='UUID'}}","sessionStatus":"CREATED","statusCode":1}""")));
    }

    String url() {
        return server.baseUrl();
    }

    void refuses(String phone) {
        answer(phone, json(422, """
                {"sessionStatus":"NOT_CREATED","statusCode":-1017}"""));
    }

    void resets(String phone) {
        answer(phone, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    void takesItsTime(String phone) {
        answer(phone, json(200, "{}").withFixedDelay(1_500));
    }

    int hangUps(CallId call) {
        return server.countRequestsMatching(deleteRequestedFor(urlPathEqualTo("/ari/channels/" + call))
                        .build())
                .getCount();
    }

    int rings(String phone) {
        return server.countRequestsMatching(postRequestedFor(anyUrl())
                        .withRequestBody(containing(phone.substring(1)))
                        .build())
                .getCount();
    }

    private void answer(String phone, ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl())
                .atPriority(1)
                .withRequestBody(containing(phone.substring(1)))
                .willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
