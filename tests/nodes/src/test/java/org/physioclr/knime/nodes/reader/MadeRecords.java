package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.host.NodeRun;

/** What tests of the ECG Reader with made files begin with: an empty folder, and the node that reads it. */
class MadeRecords {

    @TempDir
    Path folder;
    Path data;
    WfdbFiles files;

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        files = new WfdbFiles(data);
    }

    NodeRun reader() {
        return new NodeRun(EcgReaderFactory.class.getName(), folder.resolve("tables")).set("source/file", data);
    }
}
