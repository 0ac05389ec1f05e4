package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.webui.page.Resource.ContentType;

/**
 * The content of one file of a page.
 *
 * @param relativePath the path below the page's folder
 * @param source opens the content
 * @param isStatic whether the content never changes
 * @param charset the encoding, or null if unknown
 */
record PageContent(String relativePath, Source source, boolean isStatic, Charset charset) implements Resource {

    /** Opens content. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    static PageContent ofText(String relativePath, Supplier<String> text, Charset charset) {
        return new PageContent(relativePath, () -> new ByteArrayInputStream(text.get().getBytes(charset)), false,
            charset);
    }

    @Override
    public String getRelativePath() {
        return relativePath;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return source.open();
    }

    @Override
    public Optional<Charset> getCharset() {
        return Optional.ofNullable(charset);
    }

    @Override
    public ContentType getContentType() {
        String ending = relativePath.substring(relativePath.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "html", "htm" -> ContentType.HTML;
            case "js" -> ContentType.SHADOW_APP;
            case "svg" -> ContentType.SVG;
            case "png" -> ContentType.PNG;
            default -> throw new IllegalArgumentException("A page can't be a file of the kind \"" + ending
                + "\": " + relativePath + ". Use html, js, svg or png.");
        };
    }
}
