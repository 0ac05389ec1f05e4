package org.knime.core.node;

/**
 * Makes nodes of one kind.
 *
 * @param <T> the kind of node
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** Creates a factory; each node of a workflow gets one of its own. */
    protected NodeFactory() {
        // subclasses hold the definition
    }

    /** {@return what kind of work the node does} */
    public NodeType getType() {
        return NodeType.Unknown;
    }

    /** The kinds of work a node does. */
    // "static" is written out because it changes the class file, which is to be as KNIME's
    public static enum NodeType {
        /** Brings data into the workflow. */
        Source,
        /** Takes data out of the workflow. */
        Sink,
        /** Makes a model. */
        Learner,
        /** Applies a model. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Shows data and takes part in a composed view. */
        Widget,
        /** Holds a part of a workflow. */
        Meta,
        /** Starts a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Starts a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** Asks the user for a value; outdated. */
        @Deprecated
        QuickForm,
        /** Asks the user for a value. */
        Configuration,
        /** Anything else. */
        Other,
        /** Stands for a node whose factory is absent. */
        Missing,
        /** Not said. */
        Unknown,
        /** Holds a part of a workflow with a view of its own. */
        Subnode,
        /** The input of such a part. */
        VirtualIn,
        /** The output of such a part. */
        VirtualOut,
        /** Exchanges data with a caller. */
        Container
    }
}
