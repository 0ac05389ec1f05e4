/*
 * Shows a page in the frame that KNIME puts views into: its own component, given what its back end would send. The
 * address says which page (?pages=, &page=), and how the data come (&data=): with the configuration as an object or as
 * JSON, or on request; or an error of the node.
 */
import {consola} from "consola";
import {createApp, h} from "vue";
import {UIExtension} from "@knime/ui-extension-renderer/vue";

globalThis.consola = consola;
const query = new URLSearchParams(location.search);
const address = `${query.get("pages")}/${query.get("page")}`;
const data = await (await fetch(`${address}.json`)).text();
const answers = {
    object: {result: JSON.parse(data)},
    json: JSON.stringify({result: JSON.parse(data)}),
    nested: JSON.stringify({result: data}),
    error: {userError: {message: "The node has been reset.", details: null}},
};
const way = query.get("data");
globalThis.heard = [];

function hear(method, answer) {
    return (parameter) => {
        globalThis.heard.push({method, parameter});
        return Promise.resolve(answer);
    };
}

const extensionConfig = {
    projectId: "project", workflowId: "root", nodeId: "root:1", extensionType: "view", hasNodeView: true,
    initialData: way === "request" ? undefined : answers[way],
    renderingConfig: query.has("report") ? {type: "REPORT", imageFormat: "SVG", canBeUsedInReport: true}
        : {type: "DEFAULT"},
    resourceInfo: {id: "view", type: "HTML", url: `${address}.html`},
};
const apiLayer = {
    callNodeDataService: hear("callNodeDataService", answers.json),
    sendAlert: hear("sendAlert"),
    setReportingContent: hear("setReportingContent"),
    registerPushEventService: () => () => undefined,
};
createApp({render: () => h(UIExtension, {extensionConfig, apiLayer, resourceLocation: extensionConfig.resourceInfo.url,
    onEscapePressed: () => globalThis.heard.push({method: "escape"})})}).mount("#app");
