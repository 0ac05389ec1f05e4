package org.physioclr.knime.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.physioclr.host.NodeResult;

/** Leaves pages and their data behind, for the browser tests ({@code tests/views/check}). */
public final class ViewFiles {

    private static final Path FOLDER = Path.of("target", "views");

    private ViewFiles() {
    }

    /** Writes the page of a node's view and the data that it shows. */
    public static void write(String name, NodeResult result) throws IOException {
        String page = result.viewPage();
        int data = page.indexOf("<script type=\"application/json\"");
        write(name, page.substring(0, data) + page.substring(page.indexOf("</head>")), result.initialData());
    }

    /** Writes a page and the data that it shows. */
    public static void write(String name, String page, String data) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".html"), page);
        Files.writeString(FOLDER.resolve(name + ".json"), data);
    }
}
