package io.tablecall.origination.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What the world's numbering plans say about a number. Reads its tables from disk: not for an event loop. */
@Component
public class NumberPlan {

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();

    /** The number a person wrote, national numbers taken as of the country {@code neighbour} belongs to. */
    public Optional<PhoneNumber> read(String text, PhoneNumber neighbour) {
        try {
            var region = numbers.getRegionCodeForNumber(numbers.parse(neighbour.e164(), null));
            var number = numbers.parse(text, region);
            return numbers.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether such a number can have been given to anybody. */
    public boolean isAssignable(PhoneNumber number) {
        return read(number.e164(), number).filter(number::equals).isPresent();
    }

    /** Every zone in which the number may ring; empty when nobody knows. */
    public List<ZoneId> zonesOf(PhoneNumber number) {
        var found = new TreeSet<String>();
        try {
            found.addAll(zones.getTimeZonesForNumber(numbers.parse(number.e164(), null)));
        } catch (NumberParseException unreadable) {
            return List.of();
        }
        found.remove(PhoneNumberToTimeZonesMapper.getUnknownTimeZone());
        try {
            return found.stream().map(ZoneId::of).toList();
        } catch (DateTimeException unknownToThisRuntime) {
            return List.of();
        }
    }
}
