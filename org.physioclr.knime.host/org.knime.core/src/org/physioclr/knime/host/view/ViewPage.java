package org.physioclr.knime.host.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView;
import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.node.ViewDefinition;

/** Makes a view's page one that needs no host: its data stand in it as the script element {@code initial-data}. */
public final class ViewPage {

    private ViewPage() {
    }

    /**
     * {@return the page with its data}
     *
     * @param view the view
     * @param internal what the node keeps for it
     * @throws IOException if the page can't be read or the data not be written as JSON
     */
    public static String standAlone(ViewDefinition view, PortObject[] internal) throws IOException {
        String html;
        try (InputStream stream = view.page().getInputStream()) {
            html = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (view.initialData().isEmpty()) {
            return html;
        }
        // "<" stands only inside texts of JSON, where it may be escaped; as it is, it could end the script element
        String data = initialData(view, internal).replace("<", "\\u003c");
        int at = html.indexOf("</head>");
        return html.substring(0, Math.max(0, at)) + "<script type=\"application/json\" id=\"initial-data\">" + data
            + "</script>\n" + html.substring(Math.max(0, at));
    }

    /**
     * {@return the data that the page gets when it opens, as JSON}
     *
     * @param view a view that has initial data
     * @param internal what the node keeps for it
     * @throws IOException if they can't be written as JSON
     */
    public static String initialData(ViewDefinition view, PortObject[] internal) throws IOException {
        return view.initialData().orElseThrow().toJson(new Input(internal));
    }

    private record Input(PortObject[] internal) implements DefaultView.ViewInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            throw new IllegalStateException("This host gives views no parameters of their own");
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return internal;
        }
    }
}
