package io.tablecall.simulator.eightbyeight;

import org.springframework.http.HttpStatus;

/** The provider's no, in its own code and words. */
final class Rejection extends RuntimeException {

    private final HttpStatus status;
    private final int code;

    Rejection(HttpStatus status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The request cannot be read. */
    static Rejection garbled(int code, String message) {
        return new Rejection(HttpStatus.BAD_REQUEST, code, message);
    }

    /** The request can be read, but makes no callflow. */
    static Rejection senseless(int code, String message) {
        return new Rejection(HttpStatus.UNPROCESSABLE_CONTENT, code, message);
    }

    static Rejection missing(String path) {
        return garbled(-1009, path + ": is missing but it is required");
    }

    HttpStatus status() {
        return status;
    }

    int code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
