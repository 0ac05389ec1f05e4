package org.knime.core.webui.data;

import java.lang.Runnable;

/** Something that a page can ask for data. */
public interface DataService {

    /** Collects what makes up a service. */
    interface DataServiceBuilder {

        /**
         * {@return this}
         *
         * @param deactivate runs when the page is no longer shown
         */
        DataServiceBuilder onDeactivate(Runnable deactivate);

        /**
         * {@return this}
         *
         * @param dispose runs when the page is gone for good
         */
        DataServiceBuilder onDispose(Runnable dispose);
    }
}
