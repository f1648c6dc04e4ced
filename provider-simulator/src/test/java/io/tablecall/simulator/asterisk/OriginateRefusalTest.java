package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.RunningSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@RunningSimulator
class OriginateRefusalTest {

    private final AriClient ari;

    OriginateRefusalTest(@LocalServerPort int port) {
        ari = new AriClient(port, "cc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'app':'cc'} | 400 | {'message':'Endpoint must be specified'}",
                "{'endpoint':'6590000001','app':'cc'} | 400 | {'message':'Invalid endpoint specified'}",
                "{'endpoint':'PJSIP/+6590000001@t'} | 400 | {'message':'Application or extension must be specified'}",
                "{'endpoint':'FOO/1','app':'cc'} | 500 | {'error':'Allocation failed'}",
                "{'endpoint':'PJSIP/+6590000001@t','extension':'s','label':'x'} | 404 | {'message':'Requested label can not be found'}",
                "{not json | 400 | {'message':'Error parsing request body'}"
            },
            quoteCharacter = '`')
    void a_bad_originate_is_answered_as_asterisk_does(String body, int status, String answer) {
        ari.originate(body.replace('\'', '"'))
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .json(answer.replace('\'', '"'));
    }

    @Test
    void a_body_that_does_not_say_it_is_json_is_not_read() {
        ari.http
                .post()
                .uri("/channels")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("{\"endpoint\":\"PJSIP/+6590000001@t\",\"app\":\"cc\"}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
