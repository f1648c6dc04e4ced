package io.tablecall.web;

import java.util.regex.Pattern;

/** Hides what looks like a phone number, all but its last two digits. Hides a few other long numbers too: so be it. */
final class PhoneNumbers {

    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("""
            (?:\\+|%2B)[1-9](?:[ ().-]{0,2}\\d){5,15}\
            |(?<![\\w.-])\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]\\d{4}(?![\\w-])\
            |(?<![\\w.-])\\d{8,15}(?![\\w-])""", Pattern.CASE_INSENSITIVE);

    private PhoneNumbers() {}

    static String mask(String text) {
        var found = LOOKS_LIKE_ONE.matcher(text);
        return found.replaceAll(
                number -> "+***" + number.group().substring(number.group().length() - 2));
    }
}
