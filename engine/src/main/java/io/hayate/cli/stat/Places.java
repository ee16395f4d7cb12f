package io.hayate.cli.stat;

import io.hayate.settings.ConfigLoader;
import java.nio.file.Path;
import java.util.Map;

/** Where a process finds settings. */
public interface Places {
    /** Variables of its environment. */
    Map<String, String> variables();

    /** The settings that are read: the file given, else the one that comes with Hayate; null for none. */
    Path settingsFile(Path given);

    /** What reads them. */
    ConfigLoader configLoader();
}
