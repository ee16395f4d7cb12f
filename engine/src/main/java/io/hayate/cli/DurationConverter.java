package io.hayate.cli;

import io.hayate.model.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration as the configuration does; it must not be nothing. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Duration MAX = Duration.ofDays(36_500);

    @Override
    public Duration convert(String text) {
        long ms = Durations.parseMs(text);
        if (ms > MAX.toMillis()) {
            throw new TypeConversionException("must be at most 36500d: was " + text);
        }
        if (ms <= 0) {
            throw new TypeConversionException(
                    "must be a time with its unit, such as 30s, 5m or 1h: was " + text);
        }
        return Duration.ofMillis(ms);
    }
}
