package io.hayate.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Whether the file with key and secret is its owner's alone. */
final class KeyFileCheck implements Check {
    private final Optional<Path> file;

    KeyFileCheck(Optional<Path> file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "key-file";
    }

    @Override
    public Finding examine() {
        return file.map(KeyFileCheck::examine)
                .orElse(Finding.ok("none named", "--key-file FILE looks at one"));
    }

    private static Finding examine(Path path) {
        try {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            String found = path + " is " + mode;
            if (!Files.isReadable(path)) {
                return Finding.fail(found + ", not readable", "chown it to who runs Hayate");
            }
            return mode.matches("r[w-]-{7}")
                    ? Finding.ok(found)
                    : Finding.fail(found, "chmod 600 " + path + ": others can use your key");
        } catch (UnsupportedOperationException e) {
            return Finding.unknown(); // no such modes here
        } catch (IOException e) {
            return Finding.fail(path + " cannot be read", "name the file of credentials.file");
        }
    }
}
