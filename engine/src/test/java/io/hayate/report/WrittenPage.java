package io.hayate.report;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What tests ask of pages that were written. */
public final class WrittenPage {
    private WrittenPage() {}

    /** The page, which is well-formed XML. */
    public static Document parse(String page) throws Exception {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    /** What all elements of this name say. */
    public static List<String> texts(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> nodes.item(i).getTextContent())
                .toList();
    }

    /** The page asks for no file, script or address of elsewhere. */
    public static void assertNeedsNothing(String page) {
        for (String outside : List.of("://", "src=", "href", "url(", "@import", "<script")) {
            assertFalse(page.contains(outside), outside);
        }
    }
}
