package io.hayate.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The pom of a library in a local Maven repository, and those that it inherits from. */
final class LibraryPom {
    private static final int PARENTS_MAX = 10;

    private final Path file;
    private final Element project;

    private LibraryPom(Path file) throws IOException {
        this.file = file;
        project = parse(file).getDocumentElement();
    }

    /** That of a jar: it lies beside it. */
    static LibraryPom of(Path jar) throws IOException {
        Path version = jar.getParent();
        Path artifact = version.getParent();
        return new LibraryPom(
                version.resolve(artifact.getFileName() + "-" + version.getFileName() + ".pom"));
    }

    static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no pom", e);
        }
    }

    /** Group, artifact and version, as {@code org.agrona:agrona 2.6.0}. */
    String name() {
        Path version = file.getParent();
        return group() + ":" + version.getParent().getFileName() + " " + version.getFileName();
    }

    private String group() {
        String own = text(project, "groupId");
        return own.isEmpty() ? text(child(project, "parent"), "groupId") : own;
    }

    /** The licences that it is given under, of which one may choose, as SPDX names them. */
    Set<String> licences() throws IOException {
        LibraryPom pom = this;
        for (int i = 0; i < PARENTS_MAX && pom != null; i++) {
            Element licences = child(pom.project, "licenses");
            if (licences != null) {
                return named(licences);
            }
            pom = pom.parent();
        }
        return Set.of();
    }

    private LibraryPom parent() throws IOException {
        Element parent = child(project, "parent");
        if (parent == null) {
            return null;
        }
        Path repository = file.getParent().getParent().getParent();
        for (int i = group().split("\\.", -1).length; i > 0; i--) {
            repository = repository.getParent();
        }
        String artifact = text(parent, "artifactId");
        String version = text(parent, "version");
        return new LibraryPom(
                repository
                        .resolve(text(parent, "groupId").replace('.', '/'))
                        .resolve(artifact)
                        .resolve(version)
                        .resolve(artifact + "-" + version + ".pom"));
    }

    private static Set<String> named(Element licences) {
        Set<String> names = new TreeSet<>();
        NodeList all = licences.getElementsByTagName("license");
        for (int i = 0; i < all.getLength(); i++) {
            Element licence = (Element) all.item(i);
            names.add(spdx(text(licence, "name") + " " + text(licence, "url")));
        }
        return names;
    }

    private static String spdx(String words) {
        if (words.contains("Apache")) {
            return "Apache-2.0";
        } else if (words.matches("(?i).*BSD.2-Clause.*")) {
            return "BSD-2-Clause";
        } else if (words.contains("BSD-3-Clause")) {
            return "BSD-3-Clause";
        }
        return words.replaceFirst(" .*", "");
    }

    private static Element child(Element parent, String name) {
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(Element parent, String name) {
        Element child = parent == null ? null : child(parent, name);
        return child == null ? "" : child.getTextContent().strip();
    }
}
