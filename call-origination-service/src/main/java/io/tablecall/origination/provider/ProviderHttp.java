package io.tablecall.origination.provider;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** HTTP towards providers: bounded in time, and one request is one request. */
public final class ProviderHttp {

    private static final int CONNECT_MILLIS = 2_000;

    private ProviderHttp() {}

    /** A client that never sends twice: Netty's own second try after a reset is off, idle connections are not kept long. */
    public static WebClient.Builder client(String name, int connections, Duration timeout) {
        var pool = ConnectionProvider.builder(name)
                .maxConnections(connections)
                .pendingAcquireTimeout(timeout)
                .maxIdleTime(Duration.ofSeconds(3))
                .lifo()
                .build();
        var http = HttpClient.create(pool)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(timeout);
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http));
    }

    /** What a request that got no answer means: only one that never left is a refusal. */
    public static Origination unanswered(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Origination.Refused("the provider cannot be reached", null, true);
            }
        }
        return new Origination.Unclear("no answer: " + failure.getClass().getSimpleName());
    }
}
