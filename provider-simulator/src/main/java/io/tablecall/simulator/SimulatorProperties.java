package io.tablecall.simulator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The accounts the simulator lets in, and how fast its clock runs. */
@Validated
@ConfigurationProperties("simulator")
public record SimulatorProperties(
        @Positive @DefaultValue("1") double clockFactor,
        @NotBlank String apiKey,
        @Pattern(regexp = "[A-Za-z0-9\\-._&]{3,50}") String subaccountId,
        @NotBlank String ariUsername,
        @NotBlank String ariPassword) {

    @Override
    public String toString() {
        return "SimulatorProperties[clockFactor=%s, subaccountId=%s, apiKey=***, ariUsername=%s, ariPassword=***]"
                .formatted(clockFactor, subaccountId, ariUsername);
    }
}
