package org.physioclr.knime.nodes.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultView;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The web page that is a node's view. Pages lie in the bundle's folder {@code view}; their scripts and styles are put
 * into them, so that a page is one file that needs no other. What a page shows is kept with the node's results.
 */
public final class NodePage {

    private static final String FOLDER = "view/";
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"([a-z-]+\\.js)\"></script>");
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([a-z-]+\\.css)\">");
    private static final DataTableSpec KEPT =
        new DataTableSpecCreator().addColumns(EcgTable.column("JSON", StringCell.TYPE)).createSpec();

    private NodePage() {
    }

    /**
     * A view that shows what {@link #keep} has kept.
     *
     * @param view from the node's builder
     * @param description of the view, for people
     * @param file the page's name in the folder {@code view}
     */
    public static DefaultView of(DefaultView.RequireViewParameters view, String description, String file) {
        return view.withoutParameters().description(description)
            .page(page -> page.fromString(() -> html(file)).relativePath(file))
            .initialData(initial -> initial.data(input -> kept(input.getInternalTables()[0])).serializer(json -> json));
    }

    /**
     * Keeps what the node's view is to show, with the results of this execution.
     *
     * @param data records, lists, maps, text and numbers; see {@link PageJson}
     */
    public static void keep(ExecutionContext context, ExecuteOutput output, Object data) {
        BufferedDataContainer container = context.createDataContainer(KEPT);
        container.addRowToTable(new DefaultRow("view", new StringCell(PageJson.of(data))));
        container.close();
        output.setInternalData(container.getTable());
    }

    private static String kept(BufferedDataTable table) {
        try (CloseableRowIterator rows = table.iterator()) {
            return Cells.text(rows.next().getCell(0));
        }
    }

    /** A page with its scripts and styles in it. */
    static String html(String file) {
        String html = inline(text(file), STYLE, "style");
        return inline(html, SCRIPT, "script");
    }

    private static String inline(String html, Pattern reference, String element) {
        return reference.matcher(html).replaceAll(match -> Matcher.quoteReplacement(element(match, element)));
    }

    private static String element(MatchResult reference, String element) {
        return "<" + element + ">\n" + text(reference.group(1)) + "</" + element + ">";
    }

    private static String text(String file) {
        Bundle bundle = FrameworkUtil.getBundle(NodePage.class);
        URL url = bundle == null ? NodePage.class.getResource("/" + FOLDER + file) : bundle.getEntry(FOLDER + file);
        if (url == null) {
            throw new IllegalStateException("The plug-in lacks its file " + FOLDER + file + ". Install it again.");
        }
        try (InputStream stream = url.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The plug-in's file " + url + " can't be read", e);
        }
    }
}
