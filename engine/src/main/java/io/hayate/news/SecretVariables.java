package io.hayate.news;

import java.util.Map;

/** The variables of the environment that hold secrets: no program that the engine starts sees them. */
public final class SecretVariables {
    public static final String KEY = "BFX_API_KEY";
    public static final String SECRET = "BFX_API_SECRET";
    public static final String HTTP_TOKEN = "HAYATE_HTTP_TOKEN";

    /** Begins those of targets of notifications, which end in {@code _TOKEN}. */
    public static final String NOTIFY_PREFIX = "HAYATE_NOTIFY_";

    private static final String ACCOUNT_PREFIX = "BFX_API_";
    private static final String OURS = "HAYATE_\\w*_(TOKEN|SECRET|KEY|PASSWORD)";

    private SecretVariables() {}

    /** True for one that holds a secret, or may: some names are kept for it. */
    public static boolean isSecret(String name) {
        return name.startsWith(ACCOUNT_PREFIX)
                || name.startsWith(NOTIFY_PREFIX)
                || name.matches(OURS);
    }

    /** Takes them out of what a program is given. */
    public static void removeFrom(Map<String, String> environment) {
        environment.keySet().removeIf(SecretVariables::isSecret);
    }
}
