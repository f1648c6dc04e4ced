package io.tablecall.web;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ServerWebInputException;

/** Puts what went wrong into words for the caller: the field and the reason, never a value and never our insides. */
final class Problems {

    private Problems() {}

    static ProblemDetail of(Throwable failure) {
        if (causedBy(failure, DataBufferLimitException.class)) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than this service accepts");
        }
        return switch (failure) {
            case BadInput bad -> refused(bad.errors());
            case WebExchangeBindException invalid -> refused(InputErrors.of(invalid));
            case HandlerMethodValidationException invalid ->
                invalid.isForReturnValue() ? unexpected() : refused(InputErrors.of(invalid));
            case ConstraintViolationException invalid -> refused(InputErrors.of(invalid));
            case ServerWebInputException unreadable -> refused(InputErrors.of(unreadable));
            case CodecException unreadable -> refused(InputErrors.unreadable(unreadable));
            case NoResourceFoundException _ -> problem(HttpStatus.NOT_FOUND, "nothing is found here");
            case ErrorResponse answer when answer.getStatusCode().value() != 500 -> spoken(answer);
            default -> unexpected();
        };
    }

    static ProblemDetail problem(HttpStatusCode status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static ProblemDetail refused(List<InputError> errors) {
        var problem = problem(HttpStatus.BAD_REQUEST, "the request was refused because of its input");
        problem.setProperty("errors", errors);
        return problem;
    }

    private static ProblemDetail unexpected() {
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "something went wrong here; the request id finds it in the log");
    }

    private static ProblemDetail spoken(ErrorResponse answer) {
        var problem = ProblemDetail.forStatus(answer.getStatusCode());
        problem.setTitle(answer.getBody().getTitle());
        problem.setDetail(answer.getBody().getDetail());
        Optional.ofNullable(answer.getBody().getProperties()).ifPresent(all -> all.forEach(problem::setProperty));
        return problem;
    }

    static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        return kind.isInstance(failure) || kind.isInstance(NestedExceptionUtils.getMostSpecificCause(failure));
    }
}
