package io.hayate.news;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecretVariablesTest {
    @Test
    void shouldLeaveAProgramNoSecretAndAllElse() {
        Map<String, String> environment = new TreeMap<>();
        for (String name :
                List.of(
                        SecretVariables.KEY,
                        SecretVariables.SECRET,
                        SecretVariables.HTTP_TOKEN,
                        "HAYATE_NOTIFY_PHONE_TOKEN",
                        "HAYATE_NOTIFY_ANYTHING",
                        "HAYATE_NEXT_SECRET",
                        "HAYATE_NEXT_KEY",
                        "HAYATE_JAVA_HOME",
                        "HAYATE_TITLE",
                        "HOME",
                        "PATH")) {
            environment.put(name, "value");
        }

        SecretVariables.removeFrom(environment);

        assertEquals(
                List.of("HAYATE_JAVA_HOME", "HAYATE_TITLE", "HOME", "PATH"),
                List.copyOf(environment.keySet()));
    }
}
