package io.tablecall.web;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

final class Client {

    private Client() {}

    static WebTestClient stranger(int port) {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    static WebTestClient operator(int port) {
        return caller(port, "operator", "op-pass-1");
    }

    static WebTestClient caller(int port, String user, String password) {
        return stranger(port)
                .mutate()
                .defaultHeaders(headers -> headers.setBasicAuth(user, password))
                .build();
    }

    static WebTestClient.ResponseSpec postJson(WebTestClient client, String path, String body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
