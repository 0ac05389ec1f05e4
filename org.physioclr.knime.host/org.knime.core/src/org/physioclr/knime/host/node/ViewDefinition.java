package org.physioclr.knime.host.node;

import java.io.IOException;
import java.lang.Object;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView;
import org.knime.node.parameters.NodeParameters;

/**
 * The view of a node.
 *
 * @param parametersClass the class of the view's own parameters, empty if it has none
 * @param description text with simple HTML
 * @param page the page
 * @param initialData the data the page gets when it opens, empty if none
 * @param handlers the objects whose methods the page can call, by name; the only one of a page has the empty name
 */
public record ViewDefinition(Optional<Class<? extends NodeParameters>> parametersClass, String description, Page page,
    Optional<InitialData> initialData, Map<String, Function<DefaultView.ViewInput, Object>> handlers) {

    /** Computes the initial data. */
    @FunctionalInterface
    public interface InitialData {

        /**
         * {@return the data as JSON}
         *
         * @param input what the view may know
         * @throws IOException if they can't be written
         */
        String toJson(DefaultView.ViewInput input) throws IOException;
    }
}
