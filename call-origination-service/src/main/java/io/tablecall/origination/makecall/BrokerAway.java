package io.tablecall.origination.makecall;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The command could not be made durable; the caller should come back. */
final class BrokerAway extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    BrokerAway(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, cause);
        setDetail("the command could not be stored, nothing was called; try again");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    }
}
