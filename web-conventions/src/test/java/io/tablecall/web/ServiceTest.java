package io.tablecall.web;

import io.tablecall.web.app.TestService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Runs the tiny service on a free port, over real HTTP; one for all test classes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "TABLECALL_USER=operator",
            "TABLECALL_PASSWORD=op-pass-1",
            "WEBHOOK_AUTH_TOKEN=hook-token-1",
            "TABLECALL_OPEN_PATHS=/opened/**",
            "tablecall.web.cors-origins=https://booking.example",
            "management.prometheus.metrics.export.enabled=true",
            "spring.lifecycle.timeout-per-shutdown-phase=3s"
        })
@interface ServiceTest {}
