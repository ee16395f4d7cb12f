package io.hayate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Dependencies that pages show are what the build makes. */
class DependencySampleTest {
    private static List<Element> shown() throws Exception {
        List<Element> shown = new ArrayList<>();
        for (ReadmePage page : ReadmePage.all()) {
            for (ReadmePage.Block block : page.blocks()) {
                if (block.language().equals("xml")) {
                    shown.add(parse(block.text()));
                }
            }
        }
        return shown;
    }

    private static Element parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static Element pom(String file) throws Exception {
        return parse(Files.readString(ReadmePage.HOME.resolve(file)));
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    private static boolean makes(String module, String classifier) throws IOException {
        return Files.readString(ReadmePage.HOME.resolve(module))
                .contains("<classifier>" + classifier + "</classifier>");
    }

    @Test
    void shouldHaveGroupArtifactVersionAndClassifierOfTheBuild() throws Exception {
        Element whole = pom("pom.xml");
        Element engine = pom("engine/pom.xml");
        List<Element> shown = shown();

        assertFalse(shown.isEmpty());
        for (Element dependency : shown) {
            assertEquals("dependency", dependency.getTagName());
            assertEquals(text(whole, "groupId"), text(dependency, "groupId"));
            assertEquals(text(whole, "version"), text(dependency, "version"));
            assertEquals("hayate-engine", text(dependency, "artifactId"));
            assertTrue(
                    engine.getTextContent().contains(text(dependency, "artifactId")),
                    text(dependency, "artifactId"));
            assertTrue(makes("engine/pom.xml", text(dependency, "classifier")));
        }
    }
}
