package io.tablecall.analytics;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Projects what happened to calls and reservations into rows that people and programs read. */
@SpringBootApplication
public class AnalyticsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
