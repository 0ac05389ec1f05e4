package org.physioclr.core.read.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of an XML file, by its name without namespace. */
public final class XmlElement {

    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>(2);
    private String text = "";

    XmlElement(String name, int line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String more) {
        text = text.isEmpty() ? more : text + more;
    }

    public String name() {
        return name;
    }

    /** The line where the element begins, counted from 1. */
    public int line() {
        return line;
    }

    /** The text directly inside, without blanks around it. */
    public String text() {
        return text.strip();
    }

    /** An attribute's value, empty if it is absent. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /** All direct children. */
    public List<XmlElement> children() {
        return children;
    }

    /** The direct children of a name. */
    public List<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The first element down a path of names. */
    public Optional<XmlElement> find(String... path) {
        XmlElement element = this;
        for (String step : path) {
            Optional<XmlElement> next = element.children.stream().filter(e -> e.name.equals(step)).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            element = next.get();
        }
        return Optional.of(element);
    }

    /** The text of the first element down a path of names, empty if there is none. */
    public String textAt(String... path) {
        return find(path).map(XmlElement::text).orElse("");
    }

    /** All elements of a name at any depth, in the file's order. */
    public List<XmlElement> descendants(String descendant) {
        List<XmlElement> found = new ArrayList<>();
        collect(descendant, found);
        return found;
    }

    /** The depth is bounded by the parser. */
    private void collect(String descendant, List<XmlElement> found) {
        for (XmlElement child : children) {
            if (child.name.equals(descendant)) {
                found.add(child);
            }
            child.collect(descendant, found);
        }
    }
}
