package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a value, the choices or another state of a control while the dialog is open.
 *
 * @param <S> the state's type
 */
public interface StateProvider<S> {

    /**
     * Says when the computation runs and what it depends on.
     *
     * @param initializer takes triggers and dependencies
     */
    void init(StateProviderInitializer initializer);

    /**
     * {@return the state}
     *
     * @param parametersInput the node's inputs
     * @throws StateComputationFailureException if the state shall stay as it is
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /** Takes the triggers and dependencies of a computation. */
    interface StateProviderInitializer {

        /** Runs the computation before the dialog opens. */
        void computeBeforeOpenDialog();

        /** Runs the computation once the dialog is open. */
        void computeAfterOpenDialog();

        /**
         * Runs the computation when a button is clicked.
         *
         * @param trigger the button
         */
        void computeOnButtonClick(Class<? extends ButtonReference> trigger);

        /**
         * Runs the computation when a parameter changes.
         *
         * @param <T> the parameter's type
         * @param reference the parameter
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> reference);

        /**
         * Runs the computation when a parameter changes.
         *
         * @param <T> the parameter's type
         * @param reference the parameter
         * @return the parameter's current value
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> reference);

        /**
         * {@return the current value of a parameter, without waiting for its changes}
         *
         * @param <T> the parameter's type
         * @param reference the parameter
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> reference);

        /**
         * Runs the computation when another one has run.
         *
         * @param <T> the other state's type
         * @param stateProviderClass the other computation
         * @return the other state
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /** {@return the node's inputs} */
        NodeParametersInput getNodeParametersInput();
    }
}
