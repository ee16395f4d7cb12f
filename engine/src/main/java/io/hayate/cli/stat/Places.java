package io.hayate.cli.stat;

import io.hayate.settings.ConfigLoader;
import java.nio.file.Path;

/** Where a process finds settings. */
public interface Places {
    /** The settings that are read: the file given, else the one that comes with Hayate; null for none. */
    Path settingsFile(Path given);

    /** What reads them. */
    ConfigLoader configLoader();
}
