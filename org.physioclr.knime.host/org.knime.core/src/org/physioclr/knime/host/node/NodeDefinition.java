package org.physioclr.knime.host.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.NodeFactory.NodeType;

/**
 * A kind of node.
 *
 * @param texts name and descriptions
 * @param inputs the input ports in order
 * @param outputs the output ports in order
 * @param type the kind of work
 * @param keywords words by which the node can be found
 * @param externalResources addresses and their texts
 * @param model what the node does
 * @param view the view, empty if the node has none
 */
public record NodeDefinition(NodeTexts texts, List<PortGroup> inputs, List<PortGroup> outputs, NodeType type,
    List<String> keywords, Map<String, String> externalResources, ModelDefinition model,
    Optional<ViewDefinition> view) {

    /** {@return the node's name} */
    public String name() {
        return texts.name();
    }
}
