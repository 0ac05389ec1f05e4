package org.knime.core.webui.node.view;

import org.knime.core.node.NodeModel;
import org.knime.core.node.wizard.page.WizardPageContribution;

/**
 * Makes the view of a node.
 *
 * @param <T> the kind of node
 */
public interface NodeViewFactory<T extends NodeModel> extends WizardPageContribution {
}
