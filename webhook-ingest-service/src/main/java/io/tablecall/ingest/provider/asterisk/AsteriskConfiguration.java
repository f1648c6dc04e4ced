package io.tablecall.ingest.provider.asterisk;

import io.r2dbc.spi.ConnectionFactory;
import io.tablecall.callflow.Flows;
import io.tablecall.ingest.conversation.Conversations;
import io.tablecall.ingest.provider.asterisk.line.Desk;
import io.tablecall.ingest.provider.asterisk.line.Foresight;
import io.tablecall.ingest.provider.asterisk.line.Lanes;
import io.tablecall.ingest.provider.asterisk.line.OpenSessions;
import io.tablecall.ingest.provider.asterisk.line.SessionCalls;
import io.tablecall.ingest.provider.asterisk.line.SpokenPrompts;
import io.tablecall.ingest.provider.asterisk.line.Switchboard;
import io.tablecall.ingest.provider.asterisk.link.AdvisoryLock;
import io.tablecall.ingest.provider.asterisk.link.AriLink;
import io.tablecall.ingest.provider.asterisk.link.AriRest;
import io.tablecall.ingest.publish.CallFacts;
import io.tablecall.ingest.session.CallSessions;
import io.tablecall.speech.Speech;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Asterisk, where it is among the providers. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAsterisk.class)
@EnableConfigurationProperties({AsteriskProperties.class, PromptProperties.class})
class AsteriskConfiguration {
    private static final int RENDERERS = 4;
    private static final int MOST_RENDERINGS_WAITING = 10_000;

    @Bean
    static RequiredAsteriskSettings requiredAsteriskSettings(Environment environment) {
        return new RequiredAsteriskSettings(environment);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler promptRenderers() {
        return Schedulers.newBoundedElastic(RENDERERS, MOST_RENDERINGS_WAITING, "prompts");
    }

    @Bean
    @ConditionalOnMissingBean
    Speech speech(PromptProperties prompts) {
        return Speech.local(prompts.cacheDirectory(), prompts.cacheSize().toBytes());
    }

    @Bean
    Lanes ariLanes(AsteriskProperties asterisk) {
        return new Lanes(asterisk.lanes());
    }

    @Bean
    AriRest ariRest(AsteriskProperties asterisk) {
        return new AriRest(asterisk.address(), asterisk.link().connect());
    }

    @Bean
    SessionCalls asteriskCalls(
            CallSessions sessions,
            Conversations conversations,
            CallFacts facts,
            Flows flows,
            DatabaseClient db,
            InstantSource clock) {
        return new SessionCalls(sessions, new OpenSessions(db), conversations, facts, new Foresight(flows, clock));
    }

    @Bean
    Switchboard switchboard(
            AsteriskProperties asterisk,
            PromptProperties delivery,
            SessionCalls calls,
            AriRest rest,
            Speech speech,
            Scheduler promptRenderers,
            Lanes ariLanes,
            InstantSource clock) {
        var prompts = new SpokenPrompts(speech, delivery.means(), promptRenderers);
        return new Switchboard(
                ariLanes, new Desk(calls, rest, prompts, asterisk.line().timings(), clock, asterisk.app()));
    }

    @Bean
    AriLink ariLink(
            AsteriskProperties asterisk,
            AriRest rest,
            Switchboard switchboard,
            ConnectionFactory database,
            InstantSource clock) {
        var address = asterisk.address();
        var lock = new AdvisoryLock(
                database,
                address.lockKey(),
                asterisk.link().probe(),
                asterisk.link().probePatience());
        return new AriLink(
                address,
                rest,
                lock,
                switchboard,
                asterisk.link().timings(),
                asterisk.inlet().toBytes(),
                clock);
    }

    @Bean
    AsteriskLifecycle asteriskLifecycle(AriLink link, Lanes lanes) {
        return new AsteriskLifecycle(link, lanes);
    }

    /** Part of the readiness group under this name. */
    @Bean
    AsteriskReadiness asteriskHealthIndicator(AriLink link, AsteriskProperties asterisk, InstantSource clock) {
        return new AsteriskReadiness(link::state, asterisk.outageTolerance(), clock);
    }

    @Bean
    AsteriskHealth asteriskLinkHealthIndicator(AriLink link) {
        return new AsteriskHealth(link::state);
    }
}
