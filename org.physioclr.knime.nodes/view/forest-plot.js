"use strict";

/*
 * The tab with every label's AUROC and interval, one line an encoder. It is a table whose rows hold the picture, so
 * that what is seen and what is read aloud are the same.
 */
function forestPlot(blocks, encoders, level) {
    const {html, svg, number, count, limits} = Charts;
    const aurocs = ["Macro AUROC", "Weighted AUROC", "Micro AUROC"];
    const lows = blocks.flatMap((block) => block.labels.map((label) => label.auroc)
        .concat(block.averages.filter((a) => aurocs.includes(a.name)).map((a) => a.figure)))
        .map((figure) => figure.low ?? figure.value).filter((value) => value !== null);
    const from = Math.min(0.5, Math.floor(Math.min(1, ...lows) * 10) / 10);
    const percent = (value) => `${3 + 94 * (value - from) / (1 - from)}%`;
    const marks = Charts.scale({from, to: 1}).ticks;
    const names = blocks[0].labels.map((label) => label.label);
    const several = blocks.length > 1;

    function colour(block) {
        return `var(--c${encoders.indexOf(block.encoder) % 10})`;
    }

    function picture(figure, block, isAverage) {
        const stroke = colour(block);
        const root = svg("svg", {"aria-hidden": "true"}, ...marks.map((mark) => upright(mark, "grid", 0, 22)),
            upright(0.5, "chance", 0, 22));
        if (figure.low !== null) {
            root.append(svg("line", {class: "whisker", stroke, x1: percent(figure.low), x2: percent(figure.high),
                y1: 11, y2: 11}), ...[figure.low, figure.high].map((end) => upright(end, "whisker", 7, 15, stroke)));
        }
        // A nested svg may stand at a percentage, which a path can't.
        root.append(svg("svg", {x: percent(figure.value), y: 11, width: 1, height: 1, overflow: "visible"},
            isAverage ? svg("path", {d: "M-7,0L0,-6L7,0L0,6Z", fill: stroke}) : svg("circle", {r: 4.5, fill: stroke})));
        return html("td", {class: "picture"}, root);
    }

    function upright(value, name, y1, y2, stroke = null) {
        return svg("line", {class: name, stroke, x1: percent(value), x2: percent(value), y1, y2});
    }

    function rows(name, found, isAverage) {
        return html("tbody", {class: isAverage ? "averages" : "label"}, ...found.map(({block, figure, positives,
                negatives, covered}, i) => html("tr", {},
            i === 0 ? html("th", {scope: "rowgroup", rowspan: found.length}, name) : null,
            several ? html("td", {class: "text"}, block.encoder || "–") : null,
            ...(figure.value === null ? [html("td", {class: "reason", colspan: 3}, `Not estimable: ${figure.reason}`)]
                : [picture(figure, block, isAverage), html("td", {}, number(figure.value)),
                    html("td", {}, limits(figure) || "–")]),
            html("td", {}, isAverage ? `${covered} labels` : `${count(positives)} / ${count(negatives)}`))));
    }

    const parts = names.map((name) => rows(name, blocks.map((block) => {
        const label = block.labels.find((candidate) => candidate.label === name);
        return {block, figure: label.auroc, positives: label.positives, negatives: label.negatives};
    }), false));
    const averages = aurocs.map((name) => rows(name, blocks.map((block) => {
        const average = block.averages.find((candidate) => candidate.name === name);
        return {block, figure: average.figure, covered: average.labels};
    }), true));
    const scale = html("tr", {}, html("td", {}), several ? html("td", {}) : null, html("td", {class: "picture"},
        svg("svg", {class: "scale", "aria-hidden": "true"}, ...marks.map((mark) => svg("text", {x: percent(mark), y: 14,
            "text-anchor": "middle"}, String(mark))))), html("td", {colspan: 3}));
    const head = [["Label", "text"], ...(several ? [["Encoder", "text"]] : []), [`AUROC from ${from} to 1`, "text"],
        ["AUROC"], [`${Math.round(level * 100)} % interval`], ["Pos. / neg."]];
    return html("div", {}, html("div", {role: "region", "aria-label": "Forest plot", class: "wide"},
        html("table", {class: "forest"}, html("caption", {}, "AUROC of every label with its interval, and the averages "
            + "over labels. Dashed: 0.5, no better than chance."),
            html("thead", {}, html("tr", {},
                ...head.map(([name, kind]) => html("th", {scope: "col", class: kind}, name))), scale),
            ...parts, ...averages)));
}
