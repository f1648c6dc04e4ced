package io.tablecall.simulator.asterisk;

import io.tablecall.simulator.asterisk.Application.EventType;
import io.tablecall.simulator.asterisk.Application.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applications: who is connected, and what they want to hear. */
@RestController
@RequestMapping("/ari/applications")
class ApplicationsEndpoint {

    private final Applications applications;

    ApplicationsEndpoint(Applications applications) {
        this.applications = applications;
    }

    @GetMapping
    List<Application.View> list() {
        return applications.all().stream().map(Application::view).toList();
    }

    @GetMapping("/{name}")
    Application.View get(@PathVariable String name) {
        return applications.find(name).map(Application::view).orElseThrow(() -> AriProblem.notFound("Application"));
    }

    /** Forgotten when the application reconnects. */
    @PutMapping("/{name}/eventFilter")
    Application.View filter(@PathVariable String name, @RequestBody(required = false) @Nullable Wish wish) {
        var filter = wish == null ? Filter.NONE : Filter.of(wish.allowed(), wish.disallowed());
        return applications
                .filter(name, filter)
                .map(Application::view)
                .orElseThrow(() -> AriProblem.notFound("Application"));
    }

    record Wish(@Nullable List<EventType> allowed, @Nullable List<EventType> disallowed) {}
}
