package io.tablecall.web;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds the fields behind the exceptions of binding, validation and Jackson. */
final class InputErrors {

    private InputErrors() {}

    static List<InputError> of(WebExchangeBindException invalid) {
        return invalid.getAllErrors().stream()
                .map(error -> new InputError(
                        error instanceof FieldError field ? pointer(field.getField()) : "", reason(error)))
                .toList();
    }

    static List<InputError> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new InputError(
                                error instanceof FieldError field
                                        ? pointer(field.getField())
                                        : "/" + result.getMethodParameter().getParameterName(),
                                reason(error))))
                .toList();
    }

    static List<InputError> of(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(broken -> new InputError(pointer(broken.getPropertyPath().toString()), broken.getMessage()))
                .toList();
    }

    static List<InputError> of(ServerWebInputException unreadable) {
        if (unreadable instanceof MissingRequestValueException missing) {
            return InputError.of("/" + missing.getName(), "is required");
        }
        if (unreadable.getCause() instanceof TypeMismatchException mismatch) {
            return InputError.of(name(unreadable.getMethodParameter()), "must be " + kind(mismatch.getRequiredType()));
        }
        return unreadable(unreadable);
    }

    static List<InputError> unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return List.of(of(json));
            }
        }
        return InputError.of("", "a readable body is required");
    }

    private static InputError of(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> new InputError(pointer(unknown), "unknown field");
            case MismatchedInputException mismatch ->
                new InputError(pointer(mismatch), "must be " + kind(mismatch.getTargetType()));
            case StreamConstraintsException _ -> new InputError(pointer(json), "too deep, too long or too large");
            case StreamReadException _ -> new InputError(pointer(json), "not valid JSON" + place(json));
            default -> new InputError(pointer(json), "cannot be read");
        };
    }

    private static String place(JacksonException json) {
        var at = json.getLocation();
        return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String pointer(JacksonException json) {
        return json.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "/" + step.getIndex() : "/" + escape(step.getPropertyName()))
                .collect(Collectors.joining());
    }

    /** From {@code guests[0].name} to {@code /guests/0/name}. */
    private static String pointer(String field) {
        return Stream.of(field.replace("]", "").split("[.\\[]", -1))
                .map(step -> "/" + escape(step))
                .collect(Collectors.joining());
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static String name(@Nullable MethodParameter parameter) {
        return parameter == null ? "" : "/" + parameter.getParameterName();
    }

    private static String reason(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return "of type " + type.getSimpleName();
    }
}
