package io.tablecall.notification.mail;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The mail a restaurant gets when a confirmation ended: plain text, HTML, and the table as a calendar entry when confirmed. */
@Component
public class OutcomeMail {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

    private static final Map<String, Wording> WORDINGS = Map.of(
            "CONFIRMED", new Wording("Confirmed", "The guest confirmed the reservation."),
            "CANCELLED", new Wording("Cancelled", "The guest cancelled the reservation. The table is free."),
            "UNREACHED", new Wording("Not reached", "We could not reach the guest."),
            "UNRESOLVED", new Wording("No answer given", "We reached the guest, but no answer was given."),
            "WITHDRAWN", new Wording("Withdrawn", "The reservation was withdrawn before an answer was given."),
            "REFUSED", new Wording("Calls refused", "The guest asked not to be called again. No answer was given."),
            "EXPIRED",
                    new Wording("Too late to call", "The reservation's time came before the guest could be called."));

    private static final Wording OTHER = new Wording("Ended", "The confirmation ended.");

    private final ITemplateEngine templates;
    private final TableCalendar calendar;

    OutcomeMail(@Qualifier("mailTemplateEngine") ITemplateEngine templates, TableCalendar calendar) {
        this.templates = templates;
        this.calendar = calendar;
    }

    /** The same news always makes the same mail, so that a mail sent twice after a crash carries one Message-ID. */
    public Mail about(OutcomeNews news) {
        var wording = WORDINGS.getOrDefault(news.outcome(), OTHER);
        var words = new Context(Locale.UK);
        words.setVariable("news", news);
        words.setVariable("wording", wording);
        words.setVariable("time", SPOKEN.format(news.localTime()));
        words.setVariable("table", table(news.partySize()));
        return new Mail(
                "<%s@tablecall>".formatted(news.outcomeId()),
                news.restaurantEmail(),
                "%s: %s, %s".formatted(wording.title(), table(news.partySize()), SPOKEN.format(news.localTime())),
                templates.process("outcome.txt", words),
                templates.process("outcome.html", words),
                news.confirmed() ? calendar.entryFor(news) : null);
    }

    private static String table(@Nullable Integer partySize) {
        return partySize == null ? "table" : "table for " + partySize;
    }

    /** How an outcome is called and explained. */
    public record Wording(String title, String sentence) {}
}
