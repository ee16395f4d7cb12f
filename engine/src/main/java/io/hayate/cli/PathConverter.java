package io.hayate.cli;

import io.hayate.machine.PathNames;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path; one that the system cannot have is wrong usage. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        String rule = PathNames.rule(text);
        if (rule != null) {
            throw new TypeConversionException(rule + ": was " + text);
        }
        return Path.of(text);
    }
}
