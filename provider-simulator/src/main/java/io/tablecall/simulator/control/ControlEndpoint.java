package io.tablecall.simulator.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The back door: what a test asks, no provider has it. */
@RestController
@RequestMapping("/simulator")
class ControlEndpoint {

    private final CallLedger ledger;
    private final Faults faults;
    private final SettingsHolder settings;
    private final SocketDropper sockets;

    ControlEndpoint(CallLedger ledger, Faults faults, SettingsHolder settings, SocketDropper sockets) {
        this.ledger = ledger;
        this.faults = faults;
        this.settings = settings;
        this.sockets = sockets;
    }

    /** A raw plus sign in a query reads as a blank, so numbers compare by their digits. */
    @GetMapping("/originates")
    List<Originate> originates(@RequestParam(required = false) @Nullable String number) {
        if (number == null) return ledger.originates();
        var wanted = digits(number);
        return ledger.originates().stream()
                .filter(originate -> digits(originate.number()).equals(wanted))
                .toList();
    }

    @DeleteMapping("/originates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget() {
        ledger.forget();
    }

    @GetMapping("/calls")
    List<SimulatedCall> calls() {
        return ledger.calls();
    }

    @GetMapping("/faults")
    List<FaultOrder> faults() {
        return faults.pending();
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    FaultOrder order(@RequestBody FaultOrder order) {
        if (order.fault() == Fault.DROP_SOCKET && order.kind() == null) sockets.dropAll();
        else faults.add(order);
        return order;
    }

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    @GetMapping("/settings")
    Settings settings() {
        return settings.now();
    }

    @PutMapping("/settings")
    Settings change(@RequestBody Settings.Change change) {
        return settings.put(change);
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
