package io.hayate.doctor;

/** Whether a run takes its settings: their text, the credentials, and the heap that they need. */
final class SettingsCheck implements Check {
    private final RunSettings settings;

    SettingsCheck(RunSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Finding examine() {
        if (!settings.refusal().isEmpty()) {
            return Finding.fail(settings.refusal(), "a run refuses it");
        }
        String file = settings.file().map(path -> "those of " + path).orElse("the defaults");
        return Finding.ok(file + " are taken by a run");
    }
}
