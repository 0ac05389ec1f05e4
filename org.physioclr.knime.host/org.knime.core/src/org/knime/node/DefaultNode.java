package org.knime.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.physioclr.knime.host.node.NodeDefinition;
import org.physioclr.knime.host.node.NodeTexts;
import org.physioclr.knime.host.node.PortGroup;

/** The definition of a node: texts, ports, model, and view. */
public final class DefaultNode implements FluentNodeAPI {

    private final NodeTexts texts;
    private final List<PortGroup> inputs;
    private final List<PortGroup> outputs;
    private final DefaultModel model;
    private NodeType type = NodeType.Other;
    private boolean typeSet;
    private DefaultView view;
    private final List<String> keywords = new ArrayList<>();
    private final Map<String, String> externalResources = new LinkedHashMap<>();

    private DefaultNode(NodeTexts texts, PortGroups ports, DefaultModel model) {
        this.texts = texts;
        this.inputs = ports.inputs();
        this.outputs = ports.outputs();
        this.model = model;
    }

    /** {@return the first step of a definition} */
    public static RequireName create() {
        return name -> icon -> shortDescription -> fullDescription -> (major, minor, patch) -> {
            NodeTexts texts = new NodeTexts(name, icon, shortDescription, fullDescription,
                major + "." + minor + "." + patch);
            return adder -> {
                PortGroups ports = new PortGroups();
                adder.accept(ports);
                return model -> new DefaultNode(texts, ports, model.apply(ModelSteps::new));
            };
        };
    }

    /**
     * Adds a view; a node has one at most.
     *
     * @param definition defines the view
     * @return this definition
     */
    public DefaultNode addView(Function<DefaultView.RequireViewParameters, DefaultView> definition) {
        if (view != null) {
            throw new IllegalStateException(texts.name() + " has a view already. A node can have one view only.");
        }
        view = definition.apply(DefaultView::steps);
        return this;
    }

    /**
     * Sets the kind of work; without it the kind follows from the ports.
     *
     * @param nodeType the kind of work
     * @return this definition
     */
    public DefaultNode nodeType(NodeType nodeType) {
        type = Objects.requireNonNull(nodeType, "nodeType");
        typeSet = true;
        return this;
    }

    /**
     * Adds words by which the node can be found.
     *
     * @param words the words
     * @return this definition
     */
    public DefaultNode keywords(String... words) {
        keywords.addAll(List.of(words));
        return this;
    }

    /**
     * Adds a link to the description.
     *
     * @param href the address
     * @param description the text
     * @return this definition
     */
    public DefaultNode addExternalResource(String href, String description) {
        externalResources.put(href, description);
        return this;
    }

    NodeDefinition definition() {
        return new NodeDefinition(texts, inputs, outputs, typeSet ? type : typeFromPorts(), List.copyOf(keywords),
            Collections.unmodifiableMap(externalResources), model.definition(),
            Optional.ofNullable(view).map(DefaultView::definition));
    }

    private NodeType typeFromPorts() {
        if (inputs.isEmpty()) {
            return NodeType.Source;
        }
        return outputs.isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }

    /** Step: the name. */
    @FunctionalInterface
    public interface RequireName {

        /**
         * {@return the next step}
         *
         * @param name the node's name
         */
        RequireIcon name(String name);
    }

    /** Step: the icon. */
    @FunctionalInterface
    public interface RequireIcon {

        /**
         * {@return the next step}
         *
         * @param icon path of the picture, relative to the factory's package
         */
        RequireShortDescription icon(String icon);
    }

    /** Step: the short description. */
    @FunctionalInterface
    public interface RequireShortDescription {

        /**
         * {@return the next step}
         *
         * @param shortDescription one sentence
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Step: the full description. */
    @FunctionalInterface
    public interface RequireFullDescription {

        /**
         * {@return the next step}
         *
         * @param fullDescription text with simple HTML
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Step: the first release with the node. */
    @FunctionalInterface
    public interface RequireSinceVersion {

        /**
         * {@return the next step}
         *
         * @param major first number
         * @param minor second number
         * @param patch third number
         */
        RequirePorts sinceVersion(int major, int minor, int patch);
    }

    /** Step: the model. */
    @FunctionalInterface
    public interface RequireModel {

        /**
         * {@return the definition}
         *
         * @param definition defines the model
         */
        DefaultNode model(Function<DefaultModel.RequireModelParameters, DefaultModel> definition);
    }
}
