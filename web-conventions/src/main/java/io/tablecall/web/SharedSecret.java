package io.tablecall.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A secret both sides know. Comparing takes the same time however much of a guess is right. */
public record SharedSecret(String value) {

    public SharedSecret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    public boolean matches(String guess) {
        return matches(guess.getBytes(StandardCharsets.UTF_8));
    }

    public boolean matches(byte[] guess) {
        return MessageDigest.isEqual(guess, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SharedSecret[***]";
    }
}
