package org.physioclr.knime.host.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The contributions in the plugin.xml files on the class path: for tests outside OSGi. */
final class PluginFiles implements Contributions {

    private final List<Element> extensions = new ArrayList<>();

    PluginFiles() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            for (URL file : Collections.list(PluginFiles.class.getClassLoader().getResources("plugin.xml"))) {
                try (InputStream input = file.openStream()) {
                    extensions.addAll(elements(factory.newDocumentBuilder().parse(input).getDocumentElement(),
                        "extension"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("A plugin.xml on the class path can't be read", e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || element.getTagName().equals(name))) {
                elements.add(element);
            }
        }
        return elements;
    }

    @Override
    public List<Contribution> of(String extensionPoint) {
        return extensions.stream().filter(extension -> extension.getAttribute("point").equals(extensionPoint))
            .flatMap(extension -> elements(extension, null).stream()).<Contribution>map(XmlElement::new).toList();
    }

    private record XmlElement(Element element) implements Contribution {

        @Override
        public String attribute(String name) {
            return element.hasAttribute(name) ? element.getAttribute(name) : null;
        }

        @Override
        public List<Contribution> children(String name) {
            return elements(element, name).stream().<Contribution>map(XmlElement::new).toList();
        }

        @Override
        public <T> T create(String attribute, Class<T> type) {
            try {
                return load(attribute, type).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(attribute(attribute) + " can't be created", e);
            }
        }

        @Override
        public <T> Class<? extends T> load(String attribute, Class<T> type) {
            try {
                return Class.forName(attribute(attribute)).asSubclass(type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("No class " + attribute(attribute), e);
            }
        }
    }
}
