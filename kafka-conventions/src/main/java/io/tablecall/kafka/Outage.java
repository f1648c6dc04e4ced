package io.tablecall.kafka;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a neighbour that is away from a record that is bad: no dead letter ever cured the first. */
final class Outage {

    private Outage() {}

    static boolean explains(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOne(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    R2dbcTransientException _,
                    R2dbcNonTransientResourceException _,
                    RegistryUnavailable _,
                    RetriableException _,
                    SocketException _,
                    UnknownHostException _,
                    TimeoutException _ -> true;
            default -> false;
        };
    }
}
