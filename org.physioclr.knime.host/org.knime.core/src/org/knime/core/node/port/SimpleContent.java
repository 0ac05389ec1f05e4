package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** Settings as the only entry of a zip file. */
final class SimpleContent {

    private static final String ENTRY = "content.xml";

    private SimpleContent() {
    }

    static void write(ModelContent content, ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(ENTRY));
        content.saveToXML(new FilterOutputStream(out) {
            @Override
            public void close() throws IOException {
                flush(); // the zip file goes on
            }
        });
    }

    static ModelContentRO read(ZipInputStream in) throws IOException {
        ZipEntry entry = in.getNextEntry();
        if (entry == null || !entry.getName().equals(ENTRY)) {
            throw new IOException("The saved content is damaged: it has no " + ENTRY);
        }
        return ModelContent.loadFromXML(new FilterInputStream(in) {
            @Override
            public void close() {
                // the zip file stays open
            }
        });
    }

    /** A new object of the class that was saved, which the serializer's plug-in must have. */
    @SuppressWarnings("unchecked")
    static <T> T instance(ModelContentRO content, Class<?> serializer) throws IOException {
        try {
            String name = content.getString("class_name");
            return (T)Class.forName(name, true, serializer.getClassLoader()).getConstructor().newInstance();
        } catch (InvalidSettingsException | ReflectiveOperationException e) {
            throw new IOException("The saved content can't be read: " + e.getMessage(), e);
        }
    }
}
