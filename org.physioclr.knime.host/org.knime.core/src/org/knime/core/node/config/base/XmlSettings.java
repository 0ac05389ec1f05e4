package org.knime.core.node.config.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Settings as XML: {@code config} elements with a key, {@code entry} elements with key, type and value. Document types
 * and external entities are refused.
 */
final class XmlSettings {

    private static final int MAX_DEPTH = 256;
    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";
    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="%1$s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="%1$s http://www.knime.org/XMLConfig_2008_09.xsd" key="%2$s">
        """;

    private XmlSettings() {
    }

    static void readInto(ConfigBase root, InputStream in) throws IOException {
        try (in) {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(in, new Handler(root));
        } catch (SAXParseException e) {
            throw new IOException("line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException e) {
            throw new IOException(e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java lacks a safe XML parser.", e);
        }
    }

    static void write(ConfigBase root, OutputStream out) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.write(HEAD.formatted(NAMESPACE, quoted(root.getKey())));
            writeEntries(root, "    ", writer);
            writer.write("</config>\n");
        }
    }

    private static void writeEntries(ConfigBase config, String indent, Writer writer) throws IOException {
        for (AbstractConfigEntry entry : config.entries()) {
            if (entry instanceof ConfigValue value) {
                writer.write(indent + "<entry key=\"" + quoted(value.getKey()) + "\" type=\"" + value.getType()
                    + (value.text() == null ? "\" isnull=\"true\" value=\"" : "\" value=\"" + quoted(value.text()))
                    + "\"/>\n");
            } else if (((ConfigBase) entry).entries().isEmpty()) {
                writer.write(indent + "<config key=\"" + quoted(entry.getKey()) + "\"/>\n");
            } else {
                writer.write(indent + "<config key=\"" + quoted(entry.getKey()) + "\">\n");
                writeEntries((ConfigBase) entry, indent + "    ", writer);
                writer.write(indent + "</config>\n");
            }
        }
    }

    private static String quoted(String text) {
        return XmlText.escape(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            .replace("\"", "&quot;");
    }

    /** Builds settings from the parser's events. */
    private static final class Handler extends DefaultHandler {

        private final Deque<ConfigBase> open = new ArrayDeque<>();
        private final ConfigBase root;
        private Locator locator;

        Handler(ConfigBase root) {
            this.root = root;
        }

        @Override
        public void setDocumentLocator(Locator documentLocator) {
            locator = documentLocator;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes)
            throws SAXException {
            if (name.equals("config") && open.size() < MAX_DEPTH) {
                open.push(open.isEmpty() ? root : open.peek().addConfigBase(required(attributes, "key")));
            } else if (name.equals("entry") && !open.isEmpty()) {
                addValue(attributes);
            } else {
                throw failure("the element <" + name + "> is unexpected or nested too deeply");
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            if (name.equals("config")) {
                open.pop();
            }
        }

        private void addValue(Attributes attributes) throws SAXException {
            String key = required(attributes, "key");
            String typeName = required(attributes, "type");
            boolean isNull = "true".equals(attributes.getValue("isnull"));
            String text = isNull ? null : XmlText.unescape(required(attributes, "value"));
            try {
                ConfigEntries type = ConfigEntries.valueOf(typeName);
                if (text != null) {
                    type.check(text);
                }
                open.peek().addEntry(new ConfigValue(key, type, text));
            } catch (IllegalArgumentException e) {
                throw failure("the entry \"" + key + "\" has the value \"" + text + "\", which isn't of its type "
                    + typeName);
            }
        }

        private String required(Attributes attributes, String name) throws SAXException {
            String value = attributes.getValue(name);
            if (value == null) {
                throw failure("the attribute " + name + " is missing");
            }
            return name.equals("key") ? XmlText.unescape(value) : value;
        }

        private SAXException failure(String message) {
            return new SAXParseException(message, locator);
        }
    }
}
