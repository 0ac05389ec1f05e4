package org.knime.core.webui.data;

/** What all data services have in common. */
public abstract class AbstractDataService implements DataService {

    AbstractDataService() {
        // only the host's own services
    }
}
