package io.tablecall.simulator.eightbyeight;

import java.util.List;

/** The country a number's prefix names. */
final class Country {

    private static final List<String> PREFIXES = List.of(
            "+65SG", "+60MY", "+62ID", "+63PH", "+66TH", "+84VN", "+91IN", "+94LK", "+852HK", "+886TW", "+86CN",
            "+81JP", "+82KR", "+61AU", "+64NZ", "+44GB", "+49DE", "+33FR", "+34ES", "+39IT", "+45DK", "+7RU", "+1US");

    private Country() {}

    static String of(String number) {
        return PREFIXES.stream()
                .filter(each -> number.startsWith(each.substring(0, each.length() - 2)))
                .map(each -> each.substring(each.length() - 2))
                .findFirst()
                .orElse("ZZ");
    }
}
