package io.tablecall.origination.dial;

import io.tablecall.callflow.Flows;
import io.tablecall.origination.OriginationProperties;
import io.tablecall.origination.UnusableSetting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of dialling, made of what the operator set. */
@Configuration(proxyBeanMethods = false)
class DiallingConfiguration {

    @Bean
    DialRule dialRule(OriginationProperties settings) {
        try {
            return new DialRule(DiallingWindow.parse(settings.diallingWindow()), settings.attemptBudget());
        } catch (IllegalArgumentException unreadable) {
            throw new UnusableSetting("DIALLING_WINDOW", "must be a range of hours such as 08:00-21:00");
        }
    }

    @Bean
    Flows flows() {
        return Flows.builtIn();
    }
}
