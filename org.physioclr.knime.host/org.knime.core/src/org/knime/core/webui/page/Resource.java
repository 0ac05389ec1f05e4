package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** A file of a page. */
public interface Resource {

    /** The kinds of page. */
    enum ContentType {
        /** A web page. */
        HTML,
        /** A script that draws into its host's document. */
        SHADOW_APP,
        /** A vector drawing. */
        SVG,
        /** A picture. */
        PNG
    }

    /** {@return the path below the page's folder, with {@code /}} */
    String getRelativePath();

    /**
     * {@return the content}
     *
     * @throws IOException if it can't be read
     */
    InputStream getInputStream() throws IOException;

    /** {@return whether the content never changes} */
    boolean isStatic();

    /** {@return the kind} */
    ContentType getContentType();

    /** {@return the encoding, empty if unknown} */
    default Optional<Charset> getCharset() {
        return Optional.empty();
    }
}
