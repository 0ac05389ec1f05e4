package org.knime.node;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeModel;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.physioclr.knime.host.node.NodeDefinition;
import org.physioclr.knime.host.node.NodeDefinitions;

/**
 * Makes the nodes that a {@link DefaultNode} defines. Subclasses are public and have a constructor without arguments.
 */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel>
    implements NodeDialogFactory, NodeViewFactory<NodeModel> {

    private final NodeDefinition definition;

    /**
     * Makes nodes of one definition.
     *
     * @param node the definition
     */
    protected DefaultNodeFactory(DefaultNode node) {
        definition = node.definition();
        NodeDefinitions.register(this, definition);
    }

    @Override
    public final NodeType getType() {
        return definition.type();
    }

    @Override
    public boolean hasNodeDialog() {
        return definition.model().parametersClass().isPresent();
    }

    @Override
    public final boolean hasNodeView() {
        return definition.view().isPresent();
    }
}
