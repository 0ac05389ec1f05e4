/*
 * A Chromium, a server for the pages and their data, and one for KNIME's frame: pages have an origin of their own, as
 * in KNIME. What a page does wrong is collected.
 */
import {createServer} from "node:http";
import {readFile, mkdir} from "node:fs/promises";
import {readFileSync} from "node:fs";
import {join, normalize} from "node:path";
import puppeteer from "puppeteer-core";

const FOLDERS = {pages: "../nodes/target/views", frame: "target/frame", assets: "target/frame/assets"};
const TYPES = {html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json"};
const PICTURES = "target/pictures";
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

async function answer(request, response) {
    const [, folder, ...rest] = new URL(request.url, "http://here").pathname.split("/");
    const file = normalize(rest.join("/"));
    if (folder === "favicon.ico") {
        response.writeHead(204).end();
        return;
    }
    try {
        const content = folder === "alone" ? await standAlone(file) : await readFile(join(FOLDERS[folder], file));
        response.writeHead(200, {"Content-Type": TYPES[file.split(".").pop()], "Access-Control-Allow-Origin": "*"});
        response.end(content);
    } catch {
        response.writeHead(404).end();
    }
}

/** The page with its data in it, as a headless run writes it. */
async function standAlone(file) {
    const page = await readFile(join(FOLDERS.pages, file), "utf8");
    const data = await readFile(join(FOLDERS.pages, file.replace(".html", ".json")), "utf8");
    const at = page.indexOf("</head>");
    return `${page.slice(0, at)}<script type="application/json" id="initial-data">${data}</script>\n${page.slice(at)}`;
}

async function listen() {
    const server = createServer(answer).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    return {root: `http://127.0.0.1:${server.address().port}`, close: () => server.close()};
}

export async function start() {
    await mkdir(PICTURES, {recursive: true});
    const [pages, knime] = [await listen(), await listen()];
    const browser = await puppeteer.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb"]});
    return {browser, root: pages.root, knime: knime.root, stop: async () => {
        await browser.close();
        pages.close();
        knime.close();
    }};
}

/**
 * Opens a page.
 *
 * @param data how it gets its data: "alone", or a way of KNIME's frame
 * @returns page: the browser's; frame: where our page is; wrong: what it did wrong so far
 */
export async function open({browser, root, knime}, name,
        {data = "alone", scheme = "light", width = 1200, height = 900, query = ""} = {}) {
    const page = await browser.newPage();
    const wrong = [];
    page.on("console", (message) => wrong.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
    page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
        if (![root, knime, "data:"].some((known) => request.url().startsWith(known))) {
            wrong.push(`foreign: ${request.url()}`);
        }
    });
    await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
    await page.setViewport({width, height});
    await page.goto(data === "alone" ? `${root}/alone/${name}.html`
        : `${knime}/frame/index.html?pages=${root}/pages&page=${name}&data=${data}${query}`);
    const frame = data === "alone" ? page.mainFrame() : await inner(page);
    await frame.waitForSelector("h1, [role=alert]");
    return {page, frame, wrong};
}

async function inner(page) {
    const element = await page.waitForSelector("iframe");
    const frame = await element.contentFrame();
    await frame.waitForSelector("main");
    return frame;
}

/** What axe-core finds fault with, best practices included. */
export async function faults(frame) {
    await frame.evaluate(AXE);
    const {violations} = await frame.evaluate(() => globalThis.axe.run(document));
    return violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

export function picture(page, name) {
    return page.screenshot({path: join(PICTURES, `${name}.png`)});
}
