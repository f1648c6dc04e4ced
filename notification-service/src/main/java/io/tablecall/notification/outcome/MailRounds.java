package io.tablecall.notification.outcome;

import io.tablecall.notification.mail.MailProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Goes round the queue for as long as the service lives, one round after the other. */
@Component
class MailRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailRounds.class);

    private final MailDispatch dispatch;
    private final MailProperties properties;
    private final Disposable.Swap rounds = Disposables.swap();
    private volatile boolean running;

    MailRounds(MailDispatch dispatch, MailProperties properties) {
        this.dispatch = dispatch;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        rounds.update(Flux.interval(properties.poll())
                .onBackpressureDrop()
                .concatMap(_ -> dispatch.round().onErrorResume(this::report), 1)
                .subscribe());
    }

    private Mono<Long> report(Throwable failure) {
        log.atWarn()
                .addKeyValue("cause", failure.getClass().getSimpleName())
                .log("a round of mails failed, the next will try again");
        return Mono.just(0L);
    }

    @Override
    public void stop() {
        running = false;
        rounds.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
