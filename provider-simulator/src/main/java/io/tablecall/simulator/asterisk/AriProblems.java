package io.tablecall.simulator.asterisk;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns an {@link AriProblem} into Asterisk's answer. */
@RestControllerAdvice(basePackageClasses = AriProblems.class)
class AriProblems {

    @ExceptionHandler
    ResponseEntity<Object> answer(AriProblem problem) {
        return ResponseEntity.status(problem.status()).body(problem.body());
    }
}
