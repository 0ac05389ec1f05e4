package org.physioclr.knime.host.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.physioclr.knime.host.workflow.FlowVariable;
import org.physioclr.knime.host.workflow.SettingOption;

/**
 * The options of a batch run, those of KNIME's batch application and {@code -results}.
 *
 * @param workflow the workflow's folder
 * @param destination where to save, empty for the workflow's own folder
 * @param results where to write tables and views, empty for nowhere
 * @param reset whether nodes that are executed already are executed again
 * @param save whether to save after the run
 * @param execute whether to execute
 * @param failOnLoadError whether a missing node stops the run before it begins
 * @param variables to set
 * @param settings to overwrite
 */
record BatchOptions(Path workflow, Optional<Path> destination, Optional<Path> results, boolean reset, boolean save,
    boolean execute, boolean failOnLoadError, List<FlowVariable> variables, List<SettingOption> settings) {

    static final String USAGE = """
        Usage: run-workflow [WORKFLOW_DIR] [options]
          -workflowDir=DIR                   the workflow's folder
          -reset                             execute all nodes again
          -nosave                            do not save the workflow's settings after the run
          -destDir=DIR                       save them there
          -noexecute                         only load (and save)
          -failonloaderror                   stop if a node is missing
          -workflow.variable=NAME,VALUE,TYPE set a variable; TYPE is String, int or double
          -option=ID,PATH,VALUE,TYPE         overwrite a node's setting, such as -option=5,training/epochs,3,int
          -results=DIR                       write the tables of unconnected outputs as CSV and the views as HTML
        Exit status: 0 done, 2 wrong options, 3 workflow not loaded, 4 execution failed or cancelled.""";

    /** Options of KNIME's batch application that change nothing here. */
    private static final Set<String> IGNORED = Set.of("-noversioncheck", "-perspective", "-showlocation",
        "-allowdeadlock", "-checkforupdates", "-profileList", "-profileLocation", "-updateLinks");

    /**
     * {@return the options}
     *
     * @throws IllegalArgumentException if one is unknown or malformed, or no workflow is named
     */
    static BatchOptions parse(String[] arguments) {
        Path workflow = null;
        Optional<Path> destination = Optional.empty();
        Optional<Path> results = Optional.empty();
        boolean reset = false;
        boolean save = true;
        boolean execute = true;
        boolean strict = false;
        List<FlowVariable> variables = new ArrayList<>();
        List<SettingOption> settings = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                case "-workflowDir" -> workflow = Path.of(value(argument, equals));
                case "-destDir" -> destination = Optional.of(Path.of(value(argument, equals)));
                case "-results" -> results = Optional.of(Path.of(value(argument, equals)));
                case "-workflow.variable" -> variables.add(FlowVariable.parse(value(argument, equals)));
                case "-option" -> settings.add(SettingOption.parse(value(argument, equals)));
                case "-reset" -> reset = true;
                case "-nosave" -> save = false;
                case "-noexecute" -> execute = false;
                case "-failonloaderror" -> strict = true;
                default -> {
                    if (!IGNORED.contains(name)) {
                        throw new IllegalArgumentException("Unknown option " + argument);
                    }
                }
            }
        }
        if (workflow == null) {
            throw new IllegalArgumentException("No workflow is named");
        }
        return new BatchOptions(workflow, destination, results, reset, save, execute, strict, List.copyOf(variables),
            List.copyOf(settings));
    }

    private static String value(String argument, int equals) {
        if (equals < 0 || equals == argument.length() - 1) {
            throw new IllegalArgumentException("The option " + argument + " needs a value");
        }
        return argument.substring(equals + 1);
    }
}
