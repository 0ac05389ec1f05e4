package org.physioclr.core.read.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.text.TextLines;

/**
 * An XML file as a tree of elements. Nothing but the file is ever read: a document type may be named, as some carts do,
 * but not defined, and its file is not looked for; there are no entities but XML's own five. Depth and number of
 * elements are bounded.
 */
public final class XmlDocument {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 1_000_000;
    private static final long LARGEST_BYTES = 256L << 20;
    private static final Pattern NAMED_TYPE = Pattern.compile(
        "<!DOCTYPE\\s+[^\\s\\[<>\"']+(\\s+(SYSTEM|PUBLIC\\s+(\"[^\"]*\"|'[^']*'))\\s+(\"[^\"]*\"|'[^']*'))?\\s*>");

    private static final int DECLARATION_BYTES = 256;
    /** Of files without a byte order mark; two bytes a character have one. */
    private static final Pattern ENCODING =
        Pattern.compile("<\\?xml[^>]{0,100}?\\sencoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

    private final Path path;
    private final long bytes;
    private XmlElement root;

    private XmlDocument(Path path, long bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is not well-formed, defines a document type, is nested too deeply or too large
     */
    public static XmlDocument read(Path path) throws IOException {
        XmlDocument document = new XmlDocument(path, Files.size(path));
        if (document.bytes > LARGEST_BYTES) {
            throw new ReadException(path, "", "XML files of more than 256 MiB are not read", "Cut the recording.");
        }
        try (Reader text = open(path)) {
            document.parse(factory().createXMLStreamReader(text));
        } catch (MissingResourceException e) {
            // The runtime's parser lacks some of its own messages.
            throw new ReadException(path, "", "the XML is not well-formed (" + e.getKey() + ")",
                LittleEndianFile.REMEDY);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof CharacterCodingException) {
                throw new ReadException(path, "", "its bytes are not text in the encoding that it declares",
                    LittleEndianFile.REMEDY);
            }
            String cause = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError.*?Message: ", "");
            throw new ReadException(path, e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber(),
                "the XML is not well-formed (" + cause.replaceAll("\\s+", " ") + ")", LittleEndianFile.REMEDY);
        }
        return document;
    }

    /** The file's text in the encoding that it declares. Given bytes, the runtime's parser would print its errors. */
    private static Reader open(Path path) throws IOException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(path)) {
            head = stream.readNBytes(DECLARATION_BYTES);
        }
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declared.lookingAt()) {
            return TextLines.open(path);
        }
        try {
            return Files.newBufferedReader(path, Charset.forName(declared.group(1)));
        } catch (IllegalArgumentException e) {
            throw new ReadException(path, "line 1", "the encoding " + declared.group(1) + " is not known",
                "Save the file as UTF-8.");
        }
    }

    private static XMLInputFactory factory() {
        // The one of the Java runtime, whatever else is installed.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void parse(XMLStreamReader reader) throws XMLStreamException, ReadException {
        Deque<XmlElement> open = new ArrayDeque<>();
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST || ++count > MOST_ELEMENTS) {
                        throw error(reader.getLocation().getLineNumber(), open.size() == DEEPEST
                            ? "elements are nested more than " + DEEPEST + " deep"
                            : "there are more than " + MOST_ELEMENTS + " elements");
                    }
                    XmlElement element = element(reader);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty() && !reader.isWhiteSpace()) {
                        open.peek().append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD -> {
                    if (!NAMED_TYPE.matcher(reader.getText()).matches()) {
                        throw error(reader.getLocation().getLineNumber(), "it defines a document type or entities");
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw error(reader.getLocation().getLineNumber(),
                    "it uses an entity");
                default -> { }
            }
        }
    }

    private static XmlElement element(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        Map<String, String> attributes = count == 0 ? Map.of() : new HashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new XmlElement(reader.getLocalName(), reader.getLocation().getLineNumber(), attributes);
    }

    public Path path() {
        return path;
    }

    /** The size of the file. */
    public long bytes() {
        return bytes;
    }

    public XmlElement root() {
        return root;
    }

    /** What to throw where an element is wrong. */
    public ReadException error(XmlElement element, String cause) {
        return error(element.line(), cause);
    }

    private ReadException error(int line, String cause) {
        return new ReadException(path, "line " + line, cause, LittleEndianFile.REMEDY);
    }

    /** A number in an element's text or attribute. */
    public double number(XmlElement element, String text, String what) throws ReadException {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message as NaN and infinity.
        }
        throw error(element, what + " \"" + text + "\" is not a number");
    }
}
