package io.hayate.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RigTest {
    @TempDir private Path folder;

    /** Otherwise {@code --apart} puts it on the core of its venue, and all that is told of it is wrong. */
    @Test
    void clientInCHasAHotThreadThatIsNamedAsItsProgram() throws Exception {
        Files.writeString(folder.resolve("Makefile"), "all:\n\t@true\n");
        Client client = Rig.build(folder, folder, null).client(false, new Pins(true));
        String program = Path.of(client.command(1, 1).get(0)).getFileName().toString();
        assertEquals(List.of(program), client.hotThreads());
        assertFalse(new Pins(true).isTooNarrowFor(client) && new Pins(true).lastCore() > 0);
    }
}
