"use strict";

/*
 * Brings a page its data. On its own the page holds them as the element "initial-data". Inside KNIME the page stands in
 * a frame and asks the embedding page by message: first for its configuration, which has the data or says what to ask
 * the node for.
 */
const Knime = (() => {
    const TIMEOUT_MS = 30000;
    let requests = 0;

    /** Calls a method of the embedding page. */
    function request(method, ...params) {
        const requestId = `physioclr-${++requests}`;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                window.removeEventListener("message", answer);
                reject(new Error(`KNIME has not answered to ${method} within ${TIMEOUT_MS / 1000} s. `
                    + "Close the view and open it again."));
            }, TIMEOUT_MS);
            function answer(event) {
                if (event.source === window.parent && event.data?.type === "UIExtensionResponse"
                        && event.data.requestId === requestId) {
                    clearTimeout(timer);
                    window.removeEventListener("message", answer);
                    resolve(event.data.payload);
                }
            }
            window.addEventListener("message", answer);
            tell({type: "UIExtensionRequest", requestId, payload: {method, params}});
        });
    }

    function tell(message) {
        window.parent.postMessage(message, "*");
    }

    /** KNIME sends objects in some versions and their JSON in others. */
    function parsed(value) {
        return typeof value === "string" && value !== "" ? JSON.parse(value) : value;
    }

    async function fromKnime() {
        const config = await request("getConfig");
        tell({type: "UIExtensionReady"});
        window.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && !event.defaultPrevented) {
                tell({type: "UIExtensionEscapePressed"});
            }
        });
        const {projectId, workflowId, nodeId, extensionType} = config;
        const answer = parsed(config.initialData) || parsed(await request("callNodeDataService",
            {serviceType: "initial_data", dataServiceRequest: "", extensionType, nodeId, projectId, workflowId}));
        const error = answer?.userError || answer?.internalError || answer?.error;
        if (error || !answer) {
            throw new Error(error?.message || "KNIME has no data for this view. Execute the node again.");
        }
        return {data: parsed(answer.result), isReport: config.renderingConfig?.type === "REPORT"};
    }

    /**
     * Shows the page's data, or in the element "page" why they can't be shown.
     *
     * @param show takes the data
     */
    async function open(show) {
        const embedded = document.getElementById("initial-data");
        try {
            if (!embedded && window.parent === window) {
                throw new Error("This page has no data. Open the page that a run has written, or the node's view.");
            }
            const {data, isReport} = embedded ? {data: JSON.parse(embedded.textContent)} : await fromKnime();
            show(data);
            if (isReport) {
                request("setReportingContent", false).catch(() => undefined);
            }
        } catch (error) {
            const message = document.createElement("p");
            message.setAttribute("role", "alert");
            message.textContent = error.message;
            document.getElementById("page").replaceChildren(message);
            if (!embedded && window.parent !== window) {
                request("sendAlert", {type: "error", message: error.message}).catch(() => undefined);
            }
        }
    }

    return {open};
})();
