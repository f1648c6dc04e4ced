package io.tablecall.origination;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Decides whom to call, when and through whom, and publishes what came of it. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class OriginationApplication {

    public static void main(String... args) {
        SpringApplication.run(OriginationApplication.class, args);
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
