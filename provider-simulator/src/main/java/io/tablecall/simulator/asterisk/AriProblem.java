package io.tablecall.simulator.asterisk;

import org.springframework.http.HttpStatus;

/** Asterisk's no. Its body is {@code {"message": …}}, except where allocation failed. */
final class AriProblem extends RuntimeException {

    private final HttpStatus status;
    private final boolean allocation;

    private AriProblem(HttpStatus status, String message, boolean allocation) {
        super(message, null, false, false);
        this.status = status;
        this.allocation = allocation;
    }

    static AriProblem badRequest(String message) {
        return new AriProblem(HttpStatus.BAD_REQUEST, message, false);
    }

    static AriProblem notFound(String what) {
        return new AriProblem(HttpStatus.NOT_FOUND, what + " not found", false);
    }

    static AriProblem notFoundLabel() {
        return new AriProblem(HttpStatus.NOT_FOUND, "Requested label can not be found", false);
    }

    static AriProblem conflict(String message) {
        return new AriProblem(HttpStatus.CONFLICT, message, false);
    }

    static AriProblem serverError() {
        return new AriProblem(HttpStatus.INTERNAL_SERVER_ERROR, "Internal Server Error", false);
    }

    static AriProblem allocationFailed() {
        return new AriProblem(HttpStatus.INTERNAL_SERVER_ERROR, "Allocation failed", true);
    }

    HttpStatus status() {
        return status;
    }

    Object body() {
        var words = String.valueOf(getMessage());
        return allocation ? new ErrorBody(words) : new MessageBody(words);
    }

    record MessageBody(String message) {}

    record ErrorBody(String error) {}
}
