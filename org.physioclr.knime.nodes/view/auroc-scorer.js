"use strict";

/* The page of the AUROC Scorer: which fitted probe is looked at, and a tab for each picture. */
Knime.open(({level, blocks, efficiency}) => {
    const {html, number, limits, count, select, tabs} = Charts;
    const page = document.getElementById("page");
    const encoders = [...new Set(blocks.map((block) => block.encoder))];
    const chosen = {encoder: encoders[0], fraction: null, draw: null};
    const places = {roc: html("div", {}), forest: html("div", {}), calibration: html("div", {})};
    const choices = html("div", {class: "choices"});
    const summary = html("p", {"aria-live": "polite"});

    function distinct(name, within) {
        return [...new Set(within.map((block) => block[name]))];
    }

    /** What is left to choose from, most labels first; what was chosen before stays if it can. */
    function narrow() {
        let left = blocks.filter((block) => block.encoder === chosen.encoder);
        const fractions = distinct("fraction", left).sort((a, b) => b - a);
        chosen.fraction = fractions.includes(chosen.fraction) ? chosen.fraction : fractions[0];
        left = left.filter((block) => block.fraction === chosen.fraction);
        const draws = distinct("draw", left);
        chosen.draw = draws.includes(chosen.draw) ? chosen.draw : draws[0];
        return {fractions, draws};
    }

    function choice(title, name, values, text) {
        return values.length < 2 ? null
            : select(title, values.map((value, i) => [i, text(value)]), values.indexOf(chosen[name]), (i) => {
                chosen[name] = values[i];
                show(name);
            });
    }

    function show(changed) {
        const {fractions, draws} = narrow();
        const focused = document.activeElement?.tagName === "SELECT" ? changed : null;
        const fields = {encoder: choice("Encoder", "encoder", encoders, (name) => name || "–"),
            fraction: choice("Label fraction", "fraction", fractions, (value) => `${value ?? "–"} %`),
            draw: choice("Draw", "draw", draws, String)};
        choices.replaceChildren(...Object.values(fields).filter((field) => field !== null));
        if (focused) {
            fields[focused]?.querySelector("select").focus();
        }
        const alike = blocks.filter((block) => block.fraction === chosen.fraction && block.draw === chosen.draw);
        const block = alike.find((candidate) => candidate.encoder === chosen.encoder);
        summary.replaceChildren(...sentence(block));
        places.roc.replaceChildren(rocCurves(block, level));
        places.forest.replaceChildren(forestPlot(alike, encoders, level));
        places.calibration.replaceChildren(calibration(block, level));
    }

    function sentence(block) {
        const macro = block.averages.find((average) => average.name === "Macro AUROC");
        const rows = ` · ${count(block.rows)} rows of ${count(block.patients)} patients`;
        return macro.figure.value === null
            ? [html("strong", {}, "Not estimable"), `: ${macro.figure.reason}`, html("span", {class: "quiet"}, rows)]
            : ["Macro AUROC ", html("strong", {}, `${number(macro.figure.value)} ${limits(macro.figure)}`),
                html("span", {class: "quiet"}, ` over ${macro.labels} of ${block.labels.length} labels${rows}`)];
    }

    page.replaceChildren(html("h1", {}, "How well the labels are predicted"), choices, summary, tabs("Pictures", [
        {title: "ROC curves", panel: places.roc}, {title: "Forest plot", panel: places.forest},
        {title: "Calibration", panel: places.calibration},
        {title: "Label efficiency", panel: html("div", {}, labelEfficiency(efficiency, encoders, level))}]),
        html("p", {class: "quiet"}, "For research; not a medical device."));
    show(null);
});
