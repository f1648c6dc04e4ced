package io.tablecall.notification.mail;

import java.time.Duration;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.springframework.stereotype.Component;

/**
 * A confirmed table as a calendar entry, RFC 5545. Times are written in UTC, so they are right whatever zone reads them; a
 * later version of the reservation replaces the entry of an earlier one.
 */
@Component
class TableCalendar {

    private static final Duration AT_TABLE = Duration.ofHours(2);

    String entryFor(OutcomeNews news) {
        var entry = new VEvent(false);
        entry.add(new Uid("%s.%s@tablecall".formatted(news.tenantId(), news.reservationId())));
        entry.add(new DtStamp(news.concludedAt()));
        entry.add(new DtStart<>(news.reservationTime()));
        entry.add(new DtEnd<>(news.reservationTime().plus(AT_TABLE)));
        entry.add(new Sequence(news.version()));
        entry.add(new Summary(summary(news)));
        entry.add(new Location(news.restaurantName()));
        return new Calendar()
                .withProdId("-//Tablecall//Reservations//EN")
                .withDefaults()
                .withProperty(ImmutableMethod.PUBLISH)
                .withComponent(entry)
                .getFluentTarget()
                .toString();
    }

    private static String summary(OutcomeNews news) {
        var table = news.partySize() == null ? "Table" : "Table for " + news.partySize();
        return news.guestName() == null ? table : table + ", " + news.guestName();
    }
}
