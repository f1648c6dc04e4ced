package io.tablecall.simulator.control;

import org.springframework.stereotype.Component;

/** The settings in force. */
@Component
public class SettingsHolder {

    private volatile Settings settings = Settings.DEFAULT;

    public Settings now() {
        return settings;
    }

    Settings put(Settings.Change change) {
        settings = change.overDefaults();
        return settings;
    }
}
