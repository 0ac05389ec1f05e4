package org.physioclr.knime.host.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.physioclr.knime.host.workflow.FlowVariable;
import org.physioclr.knime.host.workflow.SettingOption;

/**
 * The options of a batch run, those of KNIME's batch application and {@code -results}.
 *
 * @param workflow where the workflow is
 * @param destination where to save, empty for the same place
 * @param results where to write tables and views, empty for nowhere
 * @param flags what to do
 * @param variables to set
 * @param settings to overwrite
 */
record BatchOptions(Place workflow, Optional<Place> destination, Optional<Path> results, Set<Flag> flags,
    List<FlowVariable> variables, List<SettingOption> settings) {

    static final String USAGE = """
        Usage: run-workflow [WORKFLOW_DIR] [options]
          -workflowDir=DIR                    the workflow's folder
          -workflowFile=FILE.zip              or a zip file with it
          -reset                              execute all nodes again
          -nosave                             do not save the workflow after the run
          -destDir=DIR, -destFile=FILE.zip    save it there, not where it came from; saved are settings, not tables
          -noexecute                          only load (and save)
          -failonloaderror                    stop if a node is missing
          -workflow.variable=NAME,VALUE,TYPE  set a variable; TYPE is String, int or double
          -option=ID,PATH,VALUE,TYPE          overwrite a node's setting, such as -option=5,epochs,3,int
          -results=DIR                        write the tables of unconnected outputs as CSV and the views as HTML
          -help                               show this
        Taken as KNIME takes them, but of no effect here, as this host has neither preferences, credentials nor linked
        metanodes: -preferences=FILE -credential=NAME[;LOGIN[;PASSWORD]] -masterkey[=KEY] -updateLinks
        Exit status: 0 done, 2 wrong options, 3 workflow not loaded, 4 execution failed or cancelled, or not saved.""";

    private static final Set<String> IGNORED = Set.of("-noversioncheck", "-perspective", "-showlocation",
        "-allowdeadlock", "-checkforupdates", "-profileList", "-profileLocation", "-updateLinks", "-masterkey");

    /**
     * A workflow's place on disk.
     *
     * @param path a folder or a zip file
     * @param zipped whether it is a zip file
     */
    record Place(Path path, boolean zipped) {
    }

    /** What to do. */
    enum Flag {
        RESET, NO_SAVE, NO_EXECUTE, FAIL_ON_LOAD_ERROR
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /**
     * {@return the options}
     *
     * @throws WrongOptionException if one is unknown or malformed, or not one workflow is named
     */
    static BatchOptions parse(String[] arguments) throws WrongOptionException {
        Parser parser = new Parser();
        try {
            for (String argument : arguments) {
                int equals = argument.indexOf('=');
                String name = equals < 0 ? argument : argument.substring(0, equals);
                parser.take(name, equals < 0 ? "" : argument.substring(equals + 1));
            }
            return parser.options();
        } catch (IllegalArgumentException e) {
            throw new WrongOptionException(e.getMessage(), e);
        }
    }

    /** The options so far. */
    private static final class Parser {

        private final List<Place> workflows = new ArrayList<>();
        private final List<Place> destinations = new ArrayList<>();
        private Optional<Path> results = Optional.empty();
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
        private final List<FlowVariable> variables = new ArrayList<>();
        private final List<SettingOption> settings = new ArrayList<>();

        void take(String name, String value) {
            switch (name) {
                case "-workflowDir" -> workflows.add(new Place(path(name, value), false));
                case "-workflowFile" -> workflows.add(new Place(path(name, value), true));
                case "-destDir" -> destinations.add(new Place(path(name, value), false));
                case "-destFile" -> destinations.add(new Place(path(name, value), true));
                case "-results" -> results = Optional.of(path(name, value));
                case "-workflow.variable" -> variables.add(FlowVariable.parse(required(name, value)));
                case "-option" -> settings.add(SettingOption.parse(required(name, value)));
                case "-reset" -> flags.add(Flag.RESET);
                case "-nosave" -> flags.add(Flag.NO_SAVE);
                case "-noexecute" -> flags.add(Flag.NO_EXECUTE);
                case "-failonloaderror" -> flags.add(Flag.FAIL_ON_LOAD_ERROR);
                case "-preferences" -> requireFile(name, path(name, value));
                case "-credential" -> required(name, value);
                default -> {
                    if (!IGNORED.contains(name)) {
                        // without its value, which may be a password
                        throw new IllegalArgumentException("Unknown option " + name);
                    }
                }
            }
        }

        BatchOptions options() {
            if (workflows.size() != 1) {
                throw new IllegalArgumentException("Name one workflow with -workflowDir or -workflowFile, not "
                    + (workflows.isEmpty() ? "none" : "several"));
            }
            if (destinations.size() > 1) {
                throw new IllegalArgumentException("Name one place to save to with -destDir or -destFile, not several");
            }
            return new BatchOptions(workflows.get(0), destinations.stream().findFirst(), results, flags,
                List.copyOf(variables), List.copyOf(settings));
        }

        private static String required(String name, String value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("The option " + name + " needs a value");
            }
            return value;
        }

        private static Path path(String name, String value) {
            return Path.of(required(name, value)).toAbsolutePath().normalize();
        }

        private static void requireFile(String name, Path file) {
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(name + ": there is no file " + file + " that can be read");
            }
        }
    }
}
