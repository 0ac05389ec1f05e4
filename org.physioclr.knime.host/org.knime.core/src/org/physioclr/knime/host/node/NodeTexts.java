package org.physioclr.knime.host.node;

/**
 * The texts of a node.
 *
 * @param name the name
 * @param icon path of the picture, relative to the factory's package
 * @param shortDescription one sentence
 * @param fullDescription text with simple HTML
 * @param sinceVersion the first release with the node
 */
public record NodeTexts(String name, String icon, String shortDescription, String fullDescription,
    String sinceVersion) {
}
