package org.knime.filehandling.core.connections;

/** The kinds of file system. */
public enum FSCategory {
    /** Of the machine. */
    LOCAL("Local File System"),
    /** Relative to the workflow. */
    RELATIVE("Relative to"),
    /** A folder of workflows known by name. */
    MOUNTPOINT("Mountpoint"),
    /** A space of a server. */
    HUB_SPACE("Space"),
    /** A web address. */
    CUSTOM_URL("Custom/KNIME URL"),
    /** Given by a node. */
    CONNECTED("Connected File System");

    private final String label;

    FSCategory(String label) {
        this.label = label;
    }

    /** {@return the text for people} */
    public String getLabel() {
        return label;
    }
}
