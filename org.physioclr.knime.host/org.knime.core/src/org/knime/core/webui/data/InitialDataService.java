package org.knime.core.webui.data;

import java.io.IOException;

/**
 * The data that a page gets when it opens.
 *
 * @param <D> their type
 */
public final class InitialDataService<D> extends AbstractDataService {

    private InitialDataService() {
        // the type only encloses the serializer
    }

    /**
     * Writes data as JSON.
     *
     * @param <D> their type
     */
    @FunctionalInterface
    public interface Serializer<D> {

        /**
         * {@return JSON}
         *
         * @param data the data
         * @throws IOException if they can't be written
         */
        String serialize(D data) throws IOException;
    }
}
