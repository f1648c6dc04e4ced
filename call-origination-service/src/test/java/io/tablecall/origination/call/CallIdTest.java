package io.tablecall.origination.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallIdTest {

    @Test
    void the_same_dial_bears_the_same_id() {
        assertThat(CallId.of("default", "RES123", 1, 1)).isEqualTo(CallId.of("default", "RES123", 1, 1));
    }

    @Test
    void every_part_of_the_name_counts() {
        var ids = Set.of(
                CallId.of("default", "RES123", 1, 1),
                CallId.of("other", "RES123", 1, 1),
                CallId.of("default", "RES124", 1, 1),
                CallId.of("default", "RES123", 2, 1),
                CallId.of("default", "RES123", 1, 2));

        assertThat(ids).hasSize(5);
    }

    @Test
    void ids_follow_the_standard_for_names() {
        assertThat(NameBased.uuid("http://www.example.com/")).hasToString("fcde3c85-2270-590f-9e7c-ee003d65e0e2");
        assertThat(CallId.of("default", "RES123", 1, 1).value().version()).isEqualTo(5);
    }
}
