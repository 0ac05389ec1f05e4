package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Makes renderers. */
public interface DataValueRendererFactory {

    /** {@return what they show, for people} */
    String getDescription();

    /** {@return the identifier in saved settings} */
    String getId();

    /**
     * {@return a renderer}
     *
     * @param colSpec the column to show
     */
    DataValueRenderer createRenderer(DataColumnSpec colSpec);
}
