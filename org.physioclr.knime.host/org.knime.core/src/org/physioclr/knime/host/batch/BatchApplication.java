package org.physioclr.knime.host.batch;

import java.nio.file.Path;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The application {@code org.knime.product.KNIME_BATCH_APPLICATION}: runs a workflow without a user interface. */
public final class BatchApplication implements IApplication {

    private volatile BatchRun run;

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        run = new BatchRun(workspace(), System.out, System.err);
        return run.run(arguments);
    }

    @Override
    public void stop() {
        if (run != null) {
            run.cancel();
        }
    }

    /** The folder of {@code -data}, where a file {@code .cancel} stops the run. */
    private static Path workspace() {
        return Path.of(org.eclipse.core.runtime.Platform.getLocation().toOSString());
    }
}
