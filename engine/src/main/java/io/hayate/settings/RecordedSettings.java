package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hayate.model.ConfigException;

/**
 * What the head of a recording tells of the settings of its run.
 *
 * <pre>{"k":"recording",...,"settings":{"account":true,"written":{"loop":{"ring-size":4096}}}}</pre>
 */
public final class RecordedSettings {
    private static final String WRITTEN = "settings.written";
    private static final String ACCOUNT = "settings.account";

    private final Config head;

    private RecordedSettings(Config head) {
        this.head = head;
    }

    /**
     * Reads the line at the head of a recording; null when it tells no settings, as of one that is made of
     * others.
     *
     * @throws ConfigException when it cannot be read
     */
    public static RecordedSettings find(String line) {
        try {
            Config head = ConfigFactory.parseString(line);
            boolean isOfRun = head.hasPath(WRITTEN) && head.hasPath(ACCOUNT);
            return isOfRun ? new RecordedSettings(head) : null;
        } catch (com.typesafe.config.ConfigException e) {
            throw new ConfigException(
                    "the head of the recording cannot be read: " + e.getMessage(), e);
        }
    }

    /** True where the run had an account. */
    public boolean hasAccount() {
        return head.getBoolean(ACCOUNT);
    }

    /** Which version of Hayate made it. */
    public String version() {
        return head.getString("hayate");
    }

    /** All that was set. */
    Config written() {
        return head.getConfig(WRITTEN);
    }
}
