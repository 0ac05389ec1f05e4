package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** What an object is read from. */
public class PortObjectZipInputStream extends ZipInputStream {

    PortObjectZipInputStream(InputStream in) {
        super(in);
    }
}
