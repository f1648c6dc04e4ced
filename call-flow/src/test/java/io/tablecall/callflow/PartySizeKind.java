package io.tablecall.callflow;

import io.tablecall.callflow.document.Action;
import io.tablecall.callflow.document.ActionKind;
import io.tablecall.callflow.document.AddedAction;
import io.tablecall.callflow.document.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A kind the language does not have: large parties go to another menu. Found through META-INF/services. */
public final class PartySizeKind implements ActionKind {
    @Override
    public String name() {
        return "by_party_size";
    }

    @Override
    public AddedAction read(Fields fields) {
        return new ByPartySize(fields.number("above", 8, 1, 1_000), fields.text("large"), fields.text("small"));
    }

    private record ByPartySize(int above, String large, String small) implements AddedAction {
        @Override
        public String kind() {
            return "by_party_size";
        }

        @Override
        public List<Known> mayBecome() {
            return List.of(new Action.ToMenu(large), new Action.ToMenu(small));
        }

        @Override
        public Known choose(Map<String, String> variables, ZoneId zone, Instant now) {
            var size = new BigDecimal(variables.getOrDefault("partySize", "1"));
            return new Action.ToMenu(size.intValue() > above ? large : small);
        }

        @Override
        public void write(ObjectNode into) {
            into.put("above", above).put("large", large).put("small", small);
        }
    }
}
