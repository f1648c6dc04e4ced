package io.tablecall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;

class LoopbackCallersTest {

    private final LoopbackCallers callers = new LoopbackCallers(Paths.of(List.of("/opened/**")));

    @ParameterizedTest
    @CsvSource({
        "/opened/here,127.0.0.1,true",
        "/opened/here,::1,true",
        "/closed,127.0.0.1,false",
        "/opened/here,10.0.0.9,false",
        "/opened/here,203.0.113.7,false"
    })
    void only_this_machine_and_only_what_was_opened(String path, String peer, boolean open) {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get(path).remoteAddress(new InetSocketAddress(peer, 40_000)));

        assertThat(callers.matches(exchange).map(MatchResult::isMatch).block()).isEqualTo(open);
    }
}
