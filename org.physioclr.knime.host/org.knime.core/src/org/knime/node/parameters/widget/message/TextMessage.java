package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a computed message in the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    /** {@return the class that computes the message; empty means none} */
    Class<? extends StateProvider<Optional<Message>>> value();

    /** How serious a message is. */
    enum MessageType {
        /** A hint. */
        INFO,
        /** Good news. */
        SUCCESS,
        /** A doubt. */
        WARNING,
        /** A fault. */
        ERROR
    }

    /**
     * A message.
     *
     * @param title one line
     * @param description the details
     * @param type how serious it is
     */
    record Message(String title, String description, MessageType type) {
    }

    /** A message with a fixed text that is shown or not. */
    interface SimpleTextMessageProvider extends StateProvider<Optional<Message>> {

        /**
         * {@return whether the message is shown}
         *
         * @param context the node's inputs
         */
        boolean showMessage(NodeParametersInput context);

        /** {@return one line} */
        String title();

        /** {@return the details} */
        String description();

        /** {@return how serious it is} */
        MessageType type();

        @Override
        default void init(StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        default Optional<Message> computeState(NodeParametersInput context) {
            return showMessage(context) ? Optional.of(new Message(title(), description(), type())) : Optional.empty();
        }
    }
}
