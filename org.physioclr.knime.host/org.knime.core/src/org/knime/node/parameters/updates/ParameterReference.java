package org.knime.node.parameters.updates;

/**
 * Names a parameter so that effects and computations can refer to its value; see {@link ValueReference}.
 *
 * @param <V> the parameter's type
 */
public interface ParameterReference<V> {
}
