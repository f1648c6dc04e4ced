package io.tablecall.web.app;

import io.tablecall.web.BadInput;
import io.tablecall.web.RequestId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

@RestController
class BookingEndpoint {

    @PostMapping("/bookings")
    Mono<Booking> book(@Valid @RequestBody Booking booking) {
        return Mono.just(booking);
    }

    @GetMapping("/bookings/{number}")
    Mono<String> find(@PathVariable String number) {
        return RequestId.current().map(RequestId::value);
    }

    @GetMapping("/bookings")
    Mono<String> list(@RequestParam @Max(100) int limit) {
        return Mono.just("up to " + limit);
    }

    @GetMapping("/refused")
    Mono<String> refuse() {
        throw new BadInput("/customerPhone", "must be in E.164 form");
    }

    @GetMapping("/broken")
    Mono<String> fail() {
        throw new IllegalStateException("no booking for +6591234567");
    }

    @GetMapping("/taken")
    Mono<String> conflict() {
        throw new ResponseStatusException(HttpStatus.CONFLICT, "the table is taken");
    }

    @PostMapping("/api/make-call")
    Mono<String> call() {
        return Mono.just("calling");
    }

    @PostMapping("/api/webhooks/vss")
    Mono<Integer> hear(@RequestBody byte[] body) {
        return Mono.just(body.length);
    }

    @GetMapping({"/prompts/welcome.wav", "/opened/here"})
    Mono<String> play() {
        return Mono.just("sound");
    }
}
