package io.tablecall.simulator.eightbyeight;

import io.tablecall.simulator.SimulatorProperties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The one customer account. */
@Component
class Account {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-._&]{3,50}");

    private final SimulatorProperties properties;

    Account(SimulatorProperties properties) {
        this.properties = properties;
    }

    String id() {
        return properties.subaccountId();
    }

    /** Lets the caller pass or throws a {@link Rejection}. */
    void admit(@Nullable String authorization, String subAccountId) {
        if (!("Bearer " + properties.apiKey()).equals(authorization)) {
            throw new Rejection(HttpStatus.UNAUTHORIZED, 401, "Authentication header not found or token invalid");
        }
        if (!ID.matcher(subAccountId).matches() || !subAccountId.equals(properties.subaccountId())) {
            throw new Rejection(HttpStatus.NOT_FOUND, 404, "SubAccount not found by Id : " + subAccountId);
        }
    }
}
