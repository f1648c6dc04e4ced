package io.tablecall.origination.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;

/** A provider's HTTP side that can be put in any mood. */
public final class ProviderServer implements AutoCloseable {

    private static final String APPLICATIONS = "/ari/applications/";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    public ProviderServer() {
        server.start();
    }

    public String url() {
        return server.baseUrl();
    }

    public void answers(int status, String body) {
        stub(json(status, body));
    }

    /** The moods that look alike with every provider. */
    public void isIn(OriginatorContract.Mood mood, int accepted, String acceptance, String refusal) {
        stub(
                switch (mood) {
                    case ACCEPTS -> json(accepted, acceptance);
                    case REFUSES -> json(400, refusal);
                    case IS_BUSY -> json(429, "{}").withHeader("Retry-After", "7");
                    case BREAKS -> json(503, "{}");
                    case NEVER_REPLIES -> json(accepted, acceptance).withFixedDelay(6_000);
                    case RESETS -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                    case TALKS_NONSENSE -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
                });
    }

    /** What was asked, save whether an application is there: that asks for nothing to be done. */
    public List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .filter(request -> !request.getUrl().startsWith(APPLICATIONS))
                .toList();
    }

    /** How an Asterisk answers when it is asked about an application; 200 unless told. */
    public void answersAboutApplications(int status) {
        server.stubFor(get(urlPathMatching(APPLICATIONS + ".*")).atPriority(1).willReturn(json(status, "{}")));
    }

    private void stub(ResponseDefinitionBuilder response) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(response));
        answersAboutApplications(200);
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
