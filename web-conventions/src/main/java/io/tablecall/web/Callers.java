package io.tablecall.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import reactor.core.publisher.Mono;

/**
 * Knows the callers with HTTP Basic credentials. The secrets come from the environment and live in memory, so they are
 * compared as they are, in constant time, with no hash to pay for on each request.
 */
final class Callers implements ReactiveAuthenticationManager {

    static final String OPERATOR = "OPERATOR";
    static final String CALL_MAKER = "CALL_MAKER";

    private static final String CALL_MAKER_NAME = "admin";

    private final List<Known> known = new ArrayList<>();

    Callers(WebProperties properties) {
        known.add(new Known(pair(properties.user(), properties.password()), OPERATOR));
        var token = properties.webhookAuthToken();
        if (token != null && !token.isBlank()) {
            known.add(new Known(pair(CALL_MAKER_NAME, token), CALL_MAKER));
        }
    }

    @Override
    public Mono<Authentication> authenticate(Authentication claim) {
        var name = claim.getName();
        var offered = name + ":" + claim.getCredentials();
        for (var caller : known) {
            if (caller.credentials().matches(offered)) {
                var roles = AuthorityUtils.createAuthorityList("ROLE_" + caller.role());
                return Mono.just(UsernamePasswordAuthenticationToken.authenticated(name, null, roles));
            }
        }
        return Mono.error(new BadCredentialsException("unknown caller"));
    }

    /** A Basic user name holds no colon, so the joined pair reads one way only. */
    private static SharedSecret pair(String name, String password) {
        return new SharedSecret(name + ":" + password);
    }

    private record Known(SharedSecret credentials, String role) {}
}
