package io.hayate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import io.hayate.model.ConfigException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where each setting was written: {@code config/hayate.conf:12}, or the option that gave it. */
public final class Origins {
    private static final String OPTION_PREFIX = "--";

    private final Map<String, String> places = new HashMap<>();
    private String written = "{}";

    Origins() {}

    /** For settings that options alone give: by key, the option that gave it. */
    public static Origins ofOptions(Map<String, String> options) {
        Origins origins = new Origins();
        origins.places.putAll(options);
        return origins;
    }

    /** All that was set, as JSON on one line, without what names the account or who is told of it. */
    public String written() {
        return written;
    }

    void written(Config config) {
        Config shown = config.withoutPath("credentials").withoutPath("notifications");
        written = shown.root().render(ConfigRenderOptions.concise());
    }

    void add(String key, String place) {
        places.put(key, place);
    }

    void add(String key, ConfigOrigin origin) {
        add(key, place(origin));
    }

    /** A file and its line, or what an option is called. */
    static String place(ConfigOrigin origin) {
        if (origin.filename() == null) {
            return origin.description();
        }
        String file = display(Path.of(origin.filename()));
        return origin.lineNumber() > 0 ? file + ":" + origin.lineNumber() : file;
    }

    /** The path as one would type it from the current folder. */
    static String display(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }

    /**
     * The same complaint with the place of the setting that its message begins with: {@code
     * file:line: key rule: was value}, or {@code --option rule: was value}. Unchanged when the
     * setting was written nowhere.
     */
    public ConfigException locate(ConfigException complaint) {
        String message = complaint.getMessage();
        int end = message.indexOf(' ');
        String key = end < 0 ? message : message.substring(0, end);
        String place = places.get(key);
        if (place == null) {
            return complaint;
        }
        boolean isOption = place.startsWith(OPTION_PREFIX);
        String located =
                isOption ? place + message.substring(key.length()) : place + ": " + message;
        return new ConfigException(located, complaint.getCause());
    }
}
