package org.knime.node;

import java.lang.Object;
import java.lang.Runnable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataService;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.page.Page;
import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.node.ViewDefinition;
import org.physioclr.knime.host.view.JsonText;

/** The view of a node: a web page and the data it shows. */
public final class DefaultView implements FluentNodeAPI {

    private final Class<? extends NodeParameters> parametersClass;
    private final String description;
    private final Page page;
    private DefaultInitialData<?> initialData;
    private DefaultDataService dataService;

    private DefaultView(Class<? extends NodeParameters> parametersClass, String description, Page page) {
        this.parametersClass = parametersClass;
        this.description = description;
        this.page = page;
    }

    static RequireDescription steps(Class<? extends NodeParameters> parametersClass) {
        return description -> page -> new DefaultView(parametersClass, description, page.apply(Page.create()));
    }

    /**
     * Sets the data that the page gets when it opens.
     *
     * @param <D> their type
     * @param definition defines the data
     * @return this view
     */
    public <D> DefaultView initialData(Function<RequireInitialData, DefaultInitialData<D>> definition) {
        initialData = definition.apply(new InitialDataStep());
        return this;
    }

    /**
     * Sets the functions that the page can call.
     *
     * @param definition defines the functions
     * @return this view
     */
    public DefaultView dataService(Function<RequireDataService, DefaultDataService> definition) {
        dataService = definition.apply(new DataServiceStep());
        return this;
    }

    ViewDefinition definition() {
        return new ViewDefinition(Optional.ofNullable(parametersClass), description, page,
            Optional.ofNullable(initialData).map(DefaultInitialData::toJson),
            dataService == null ? Map.of() : dataService.handlers());
    }

    private static final class InitialDataStep implements RequireInitialData {
        @Override
        public <D> DefaultInitialData<D> data(Function<ViewInput, D> dataSupplier) {
            return new DefaultInitialData<>(dataSupplier);
        }
    }

    private static final class DataServiceStep implements RequireDataService {
        @Override
        public SingleHandlerDataService handler(Function<ViewInput, Object> handler) {
            return new SingleHandlerDataService(handler);
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler) {
            return new MultipleNamedHandlersDataService().addHandler(name, handler);
        }
    }

    /** Step: the view's own parameters. */
    @FunctionalInterface
    public interface RequireViewParameters {

        /**
         * {@return the next step}
         *
         * @param parametersClass the class of the parameters
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** {@return the next step} */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Step: the view's description. */
    @FunctionalInterface
    public interface RequireDescription {

        /**
         * {@return the next step}
         *
         * @param description text with simple HTML
         */
        RequirePage description(String description);
    }

    /** Step: the page. */
    @FunctionalInterface
    public interface RequirePage {

        /**
         * {@return the view}
         *
         * @param page defines the page
         */
        DefaultView page(Function<Page.RequireFromFileOrString, Page> page);
    }

    /** What a view may know. */
    public interface ViewInput {

        /**
         * {@return the view's parameters}
         *
         * @param <S> their class
         */
        <S extends NodeParameters> S getParameters();

        /** {@return what execution kept for the view} */
        PortObject[] getInternalPortObjects();

        /** {@return the tables that execution kept for the view} */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }
    }

    /** Step: the initial data. */
    public interface RequireInitialData {

        /**
         * {@return the initial data}
         *
         * @param <D> their type
         * @param dataSupplier computes them
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> dataSupplier);
    }

    /** Step: the functions that the page can call by name. */
    public interface AllowAddingNamedHandler {

        /**
         * Adds an object whose public methods the page can call.
         *
         * @param name the object's name in calls
         * @param handler makes the object
         * @return the data service
         */
        MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
    }

    /** Step: the functions that the page can call. */
    public interface RequireDataService extends AllowAddingNamedHandler {

        /**
         * {@return the data service}
         *
         * @param handler makes the object whose public methods the page can call
         */
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** What initial data and functions have in common. */
    abstract static class AbstractDataService<T extends DataService.DataServiceBuilder>
        implements DataService.DataServiceBuilder {

        private Runnable deactivate;
        private Runnable dispose;

        @Override
        @SuppressWarnings("unchecked")
        public T onDeactivate(Runnable deactivateAction) {
            deactivate = deactivateAction;
            return (T) this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T onDispose(Runnable disposeAction) {
            dispose = disposeAction;
            return (T) this;
        }

        final void end() {
            if (deactivate != null) {
                deactivate.run();
            }
            if (dispose != null) {
                dispose.run();
            }
        }
    }

    /**
     * The data that the page gets when it opens.
     *
     * @param <D> their type
     */
    public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
        implements FluentNodeAPI {

        private final Function<ViewInput, D> supplier;
        private InitialDataService.Serializer<D> serializer = JsonText::of;

        private DefaultInitialData(Function<ViewInput, D> supplier) {
            this.supplier = supplier;
        }

        /**
         * Sets how the data become JSON; without it they are written field by field.
         *
         * @param dataSerializer writes JSON
         * @return this
         */
        public DefaultInitialData<D> serializer(InitialDataService.Serializer<D> dataSerializer) {
            serializer = dataSerializer;
            return this;
        }

        private ViewDefinition.InitialData toJson() {
            return input -> {
                try {
                    return serializer.serialize(supplier.apply(input));
                } finally {
                    end();
                }
            };
        }
    }

    /** The functions that the page can call. */
    public abstract static class DefaultDataService extends AbstractDataService<DefaultDataService>
        implements FluentNodeAPI {

        /** For subclasses. */
        public DefaultDataService() {
            // the handlers are kept by the subclasses
        }

        abstract Map<String, Function<ViewInput, Object>> handlers();
    }

    /** The functions of one object. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> handler;

        private SingleHandlerDataService(Function<ViewInput, Object> handler) {
            this.handler = handler;
        }

        @Override
        Map<String, Function<ViewInput, Object>> handlers() {
            return Map.of("", handler);
        }
    }

    /** The functions of several objects. */
    public static final class MultipleNamedHandlersDataService extends DefaultDataService
        implements AllowAddingNamedHandler {

        private final Map<String, Function<ViewInput, Object>> handlers = new LinkedHashMap<>();

        private MultipleNamedHandlersDataService() {
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler) {
            handlers.put(name, handler);
            return this;
        }

        @Override
        Map<String, Function<ViewInput, Object>> handlers() {
            return Map.copyOf(handlers);
        }
    }
}
