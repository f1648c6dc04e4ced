package io.tablecall.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs the test against the simulator on a free port, its clock fifty times as fast as ours. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "simulator.clock-factor=50",
            "simulator.api-key=" + RunningSimulator.KEY,
            "simulator.subaccount-id=" + RunningSimulator.ACCOUNT,
            "simulator.ari-username=user",
            "simulator.ari-password=pass"
        })
public @interface RunningSimulator {
    String KEY = "test-key";
    String ACCOUNT = "tablecall_test";
}
