package io.tablecall.web.app;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@SpringBootApplication
public class TestService {

    public static void main(String[] arguments) {
        SpringApplication.run(TestService.class, arguments);
    }

    @Bean
    RouterFunction<ServerResponse> functional() {
        return route().POST(
                        "/functional/bookings",
                        request -> ServerResponse.ok().body(request.bodyToMono(Booking.class), Booking.class))
                .GET(
                        "/functional/broken/{number}",
                        _ -> Mono.error(new IllegalStateException("no booking +6591234567")))
                .build();
    }
}
