package io.hayate.model;

/**
 * A wrong setting or wrong usage: nothing starts. The message is for the person who wrote the
 * setting, names it and says what was expected: {@code file:line: key rule: was value}.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
