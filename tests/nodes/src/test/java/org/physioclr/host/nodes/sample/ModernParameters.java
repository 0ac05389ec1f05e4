package org.physioclr.host.nodes.sample;

import java.time.LocalDate;
import java.util.Optional;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** The parameters of KNIME's sample: one of each type, but for credentials, which this host has not. */
public final class ModernParameters implements NodeParameters {

    /** An enum. */
    public enum Mode {
        FAST, EXACT
    }

    // the prefix is what KNIME leaves out of its saved keys
    String m_text = "hello";
    int count = 3;
    double factor = 2.5;
    long big = 1L << 40;
    boolean flag = true;
    Mode mode = Mode.FAST;
    double tolerance = 1e-6;
    String[] names = {"a", "b"};
    Optional<Integer> limit = Optional.empty();
    Optional<String> opt = Optional.of("set");
    FileSelection file = new FileSelection();
    String column = "value";
    ColumnFilter cols = new ColumnFilter(new String[] {"name"}).withExcludeUnknownColumns();
    LocalDate date = LocalDate.of(2025, 1, 2);
    @Persist(configKey = "custom_key")
    String renamed = "x";
    Group group = new Group();
    Item[] items = {new Item(), new Item()};

    /** Nested. */
    public static final class Group implements NodeParameters {
        int gint = 7;
        String gtext = "g";
    }

    /** An element of an array. */
    public static final class Item implements NodeParameters {
        String name = "item";
        double weight = 0.5;
    }
}
