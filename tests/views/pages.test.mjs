import assert from "node:assert/strict";
import {after, before, describe, test} from "node:test";
import {faults, open, picture, start} from "./browser.mjs";

const TABS = ["ROC curves", "Forest plot", "Calibration", "Label efficiency"];
const SCORER = {"scorer-30-labels": 30, "scorer-1-label": 1, "scorer-not-estimable": 2};
const TRAINING = {"training-curve": 5, "training-curve-simclr": 4, "training-curve-none": 0};
let world;

before(async () => { world = await start(); });
after(() => world.stop());

async function choose(frame, tab) {
    await frame.evaluate((title) => [...document.querySelectorAll("[role=tab]")]
        .find((button) => button.textContent === title).click(), tab);
}

function texts(frame, selector) {
    return frame.$$eval(selector, (elements) => elements.map((element) => element.textContent));
}

for (const data of ["alone", "object"]) {
    for (const scheme of ["light", "dark"]) {
        describe(`${data === "alone" ? "on its own" : "in KNIME's frame"}, ${scheme}`, () => {
            for (const [name, labels] of Object.entries(SCORER)) {
                test(`${name}: every tab is drawn, named and accessible`, async () => {
                    const {page, frame, wrong} = await open(world, name, {data, scheme});
                    assert.deepEqual(await texts(frame, "[role=tablist] [role=tab]"), TABS);
                    assert.equal(await frame.$eval("[role=tablist]", (list) => list.ariaLabel), "Pictures");
                    for (const tab of TABS) {
                        await choose(frame, tab);
                        const named = await frame.$$eval("[role=tabpanel]:not(.closed)", (panels) => panels.map(
                            (panel) => document.getElementById(panel.getAttribute("aria-labelledby")).textContent));
                        assert.deepEqual(named, [tab]);
                        assert.deepEqual(await faults(frame), [], tab);
                        await picture(page, `${name}-${tab.toLowerCase().replace(" ", "-")}-${data}-${scheme}`);
                    }
                    assert.equal((await texts(frame, "[data-title='ROC curves'] .legend tbody button")).length, labels);
                    assert.equal((await texts(frame, ".forest tbody.label")).length, labels);
                    assert.deepEqual(wrong, []);
                    await page.close();
                });
            }
            test("beats: twelve pictures with words for those who don't see them, accessible", async () => {
                const {page, frame, wrong} = await open(world, "beats", {data, scheme});
                const drawn = await frame.$$eval("img", (images) => images.map((image) => [image.naturalWidth > 800,
                    image.alt.startsWith("The ECG row ")]));
                assert.deepEqual(drawn, Array(12).fill([true, true]));
                assert.deepEqual(await faults(frame), []);
                await picture(page, `beats-${data}-${scheme}`);
                assert.deepEqual(wrong, []);
                await page.close();
            });
            for (const [name, charts] of Object.entries(TRAINING)) {
                test(`${name}: a chart for each term that was on, accessible`, async () => {
                    const {page, frame, wrong} = await open(world, name, {data, scheme});
                    assert.equal((await frame.$$("svg[role=img]")).length, charts);
                    assert.deepEqual(await faults(frame), []);
                    await picture(page, `${name}-${data}-${scheme}`);
                    assert.deepEqual(wrong, []);
                    await page.close();
                });
            }
        });
    }
}

describe("KNIME's messages", () => {
    for (const data of ["json", "nested", "request"]) {
        test(`data that come as ${data} are shown`, async () => {
            const {page, frame, wrong} = await open(world, "scorer-1-label", {data});
            assert.match(await frame.$eval("main", (main) => main.textContent), /Macro AUROC 0\.\d{3} \[/);
            const heard = await page.evaluate(() => globalThis.heard);
            assert.deepEqual(heard.map(({method}) => method), data === "request" ? ["callNodeDataService"] : []);
            if (data === "request") {
                assert.deepEqual(heard[0].parameter, {serviceType: "initial_data", dataServiceRequest: "",
                    extensionType: "view", nodeId: "root:1", projectId: "project", workflowId: "root"});
            }
            assert.deepEqual(wrong, []);
            await page.close();
        });
    }

    test("an error of the node is shown and passed on", async () => {
        const {page, frame, wrong} = await open(world, "scorer-1-label", {data: "error"});
        assert.deepEqual(await texts(frame, "[role=alert]"), ["The node has been reset."]);
        assert.deepEqual(await page.evaluate(() => globalThis.heard), [{method: "sendAlert",
            parameter: {type: "error", message: "The node has been reset."}}]);
        assert.deepEqual(wrong, []);
        await page.close();
    });

    test("a report hears when the page is drawn, and Escape reaches KNIME", async () => {
        const {page, frame, wrong} = await open(world, "scorer-1-label", {data: "object", query: "&report"});
        await frame.focus("[role=tab]");
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => globalThis.heard.some(({method}) => method === "escape"));
        assert.deepEqual(await page.evaluate(() => globalThis.heard),
            [{method: "setReportingContent", parameter: false}, {method: "escape"}]);
        assert.deepEqual(wrong, []);
        await page.close();
    });

    test("a label's name is text, whatever it looks like", async () => {
        const {page, frame, wrong} = await open(world, "scorer-not-estimable");
        const names = await texts(frame, "[data-title='ROC curves'] .legend tbody th");
        assert.deepEqual(names, ["AF", 'Noise & "artefact" </script><b>']);
        assert.deepEqual(wrong, []);
        await page.close();
    });

    test("a page without data says so", async () => {
        const page = await world.browser.newPage();
        await page.goto(`${world.root}/pages/scorer-1-label.html`);
        await page.waitForSelector("[role=alert]");
        assert.match(await page.$eval("[role=alert]", (alert) => alert.textContent), /This page has no data/);
        await page.close();
    });
});

describe("pointer and keyboard", () => {
    test("pointing at a curve shows its threshold, and leaving hides it", async () => {
        const {page, frame, wrong} = await open(world, "scorer-30-labels");
        const box = await (await frame.$("[data-title='ROC curves'] .plot .frame")).boundingBox();
        await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.15);
        await frame.waitForSelector(".tooltip:not([hidden])");
        const shown = await frame.$eval(".tooltip:not([hidden])", (tip) => tip.innerText);
        assert.match(shown, /AUROC 0\.\d{3} \[0\.\d{3}, \d\.\d{3}\]\s+Threshold [\d.e-]+\s+Sensitivity \d\.\d{3}/);
        assert.match(shown, /specificity \d\.\d{3}$/);
        assert.equal((await frame.$$("[data-title='ROC curves'] .curve.active")).length, 1);
        await picture(page, "scorer-30-labels-pointing");
        await page.mouse.move(5, 5);
        await frame.waitForSelector("[data-title='ROC curves'] .tooltip[hidden]");
        assert.equal((await frame.$$("[data-title='ROC curves'] .curve.active")).length, 0);
        assert.deepEqual(wrong, []);
        await page.close();
    });

    test("the arrow keys walk through tabs, labels and thresholds, and each step is spoken", async () => {
        const {page, frame, wrong} = await open(world, "scorer-1-label");
        await frame.focus("[role=tab]");
        await page.keyboard.press("End");
        assert.equal(await frame.$eval("[role=tab][aria-selected=true]", (tab) => tab.textContent), "Label efficiency");
        await page.keyboard.press("ArrowRight");
        assert.equal(await frame.evaluate(() => document.activeElement.textContent), "ROC curves");
        await frame.focus("[data-title='ROC curves'] .legend button");
        await page.keyboard.press("ArrowRight");
        const first = await frame.$eval(".spoken", (spoken) => spoken.textContent);
        assert.match(first, /^AF · AUROC 0\.\d{3} \[.*\]; Above every score; Sensitivity 0\.000 · specificity 1\.000$/);
        await page.keyboard.press("ArrowRight");
        const second = await frame.$eval(".spoken", (spoken) => spoken.textContent);
        assert.match(second, /Threshold 0\.\d+/);
        await page.keyboard.press("Enter");
        assert.equal(await frame.$eval("[data-title='ROC curves'] .legend button", (b) => b.ariaPressed), "true");
        assert.deepEqual(wrong, []);
        await page.close();
    });

    test("another encoder, label fraction and draw can be chosen", async () => {
        const {page, frame, wrong} = await open(world, "scorer-30-labels");
        const before = await frame.$eval("main strong", (strong) => strong.textContent);
        await frame.select("main > .choices .choice:nth-child(2) select", "2");
        assert.deepEqual(await texts(frame, "main > .choices label"), ["Encoder", "Label fraction", "Draw"]);
        assert.equal(await frame.$eval("main > .choices .choice:nth-child(2)", (field) => field.dataset.chosen), "1 %");
        assert.notEqual(await frame.$eval("main strong", (strong) => strong.textContent), before);
        await frame.select("main > .choices .choice:nth-child(1) select", "1");
        assert.match(await frame.$eval("[data-title='ROC curves'] svg[role=img]", (svg) => svg.ariaLabel),
            /Random encoder · 1 % · draw 1$/);
        assert.deepEqual(wrong, []);
        await page.close();
    });

    test("every picture has its numbers as a table", async () => {
        const {page, frame, wrong} = await open(world, "scorer-30-labels");
        await frame.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
        await frame.waitForFunction(() => document.querySelectorAll("details table").length === 3);
        assert.ok((await texts(frame, "details td")).every((text) => !/NaN|undefined|null/.test(text)));
        assert.deepEqual(await faults(frame), []);
        assert.deepEqual(wrong, []);
        await page.close();
    });
});

describe("paper and small screens", () => {
    test("all tabs are printed, one after another, in light colours", async () => {
        const {page, frame, wrong} = await open(world, "scorer-30-labels", {scheme: "dark", width: 794, height: 3600});
        await page.emulateMediaType("print");
        const heights = await frame.$$eval("[role=tabpanel]", (panels) => panels.map((panel) => panel.offsetHeight));
        assert.ok(heights.length === 4 && heights.every((height) => height > 100), heights.join());
        assert.equal(await frame.$eval("body", (body) => getComputedStyle(body).backgroundColor), "rgb(255, 255, 255)");
        await picture(page, "scorer-30-labels-printed");
        assert.deepEqual(wrong, []);
        await page.close();
    });

    for (const name of ["scorer-30-labels", "training-curve"]) {
        test(`${name} fits a narrow frame`, async () => {
            const {page, frame, wrong} = await open(world, name, {width: 400, height: 800});
            for (const tab of name.startsWith("scorer") ? TABS : [null]) {
                if (tab) {
                    await choose(frame, tab);
                }
                assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${tab}`);
                await picture(page, `${name}-narrow${tab ? `-${tab.toLowerCase().replace(" ", "-")}` : ""}`);
            }
            assert.deepEqual(wrong, []);
            await page.close();
        });
    }
});
