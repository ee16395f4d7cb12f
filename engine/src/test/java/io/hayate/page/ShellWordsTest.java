package io.hayate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void shouldPartWordsAndCommandsAsAShellDoes() {
        assertEquals(
                List.of(List.of("echo", "buy 0.01"), List.of("hayate", "--fault", "a b=c", "x'y")),
                ShellWords.commands(
                        "echo \"buy 0.01\" | hayate --fault 'a b=c' \"x'y\" > out.txt # so"));
        assertEquals(List.of(List.of("a", "b"), List.of("c")), ShellWords.commands("a b; c > d &"));
        assertEquals(List.of(), ShellWords.commands("# nothing"));
    }

    @Test
    void shouldLeaveOutWhatIsSaidOfALine() {
        assertEquals("hayate --web", ShellWords.withoutComment("hayate --web    # a page; #1"));
        assertEquals("jq '.a#b'", ShellWords.withoutComment("jq '.a#b'"));
        assertEquals("", ShellWords.withoutComment("# all of it"));
    }
}
