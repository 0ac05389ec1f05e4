"use strict";

/* The page of PhysioCLR Pretrain: how each term of the loss, the learning rate and the positives went. */
Knime.open(({rows}) => {
    const {html, svg, swatch, short, path, table} = Charts;
    const charts = [
        {title: "Loss", lines: [["loss", "Training"], ["validationLoss", "Validation"]]},
        {title: "Contrastive loss", lines: [["contrastive", "Contrastive"]]},
        {title: "Reconstruction (mean squared error)", lines: [["reconstruction", "Whole signal"],
            ["peaks", "Around the peaks"]]},
        {title: "Positives per anchor", lines: [["positivesPerAnchor", "Positives per anchor"]]},
        {title: "Learning rate", lines: [["learningRate", "Learning rate"]]}];
    const columns = [["epoch", "Epoch"], ["step", "Step"], ["loss", "Loss"], ["contrastive", "Contrastive"],
        ["reconstruction", "Reconstruction"], ["peaks", "Peaks"], ["validationLoss", "Validation loss"],
        ["learningRate", "Learning rate"], ["positivesPerAnchor", "Positives per anchor"]];

    /** A term that was switched off has no values. */
    function has(name) {
        return rows.some((row) => row[name] !== null && row[name] !== undefined);
    }

    function figure({title, lines}) {
        const shown = lines.filter(([name]) => has(name));
        const values = shown.flatMap(([name]) => rows.map((row) => row[name]))
            .filter((value) => value !== null && value !== undefined);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const room = (high - low || Math.abs(high) || 1) * 0.08;
        const last = rows[rows.length - 1].epoch;
        const whole = Charts.scale({from: 1, to: Math.max(2, last)}).ticks.filter(Number.isInteger);
        const chart = Charts.plot({width: 400, height: 260, title: `${title} by epoch`,
            x: Charts.scale({from: 1, to: Math.max(2, last), ticks: whole, title: "Epoch"}),
            y: Charts.scale({from: low >= 0 ? Math.max(0, low - room) : low - room, to: high + room, title: ""}),
            description: shown.map(([name, words]) => `${words}: ${ends(name)}`).join("; ")});
        shown.forEach(([name], i) => {
            chart.area.append(svg("path", {class: "curve", stroke: `var(--c${i})`, d: path(rows.map((row) => row[name]
                === null ? null : [chart.x(row.epoch), chart.y(row[name])]))}));
            rows.filter((row) => rows.length < 40 && row[name] !== null).forEach((row) => chart.area.append(
                svg("circle", {r: 3, cx: chart.x(row.epoch), cy: chart.y(row[name]), fill: `var(--c${i})`})));
        });
        return html("section", {}, html("h2", {}, title), key(shown), hover(chart, shown));
    }

    function ends(name) {
        const known = rows.filter((row) => row[name] !== null);
        return `${short(known[0][name])} in epoch ${known[0].epoch}, ${short(known[known.length - 1][name])} in epoch `
            + known[known.length - 1].epoch;
    }

    function key(lines) {
        return html("ul", {class: "key"}, ...lines.map(([, words], i) =>
            html("li", {}, swatch(`var(--c${i})`), words)));
    }

    function hover({root, x, inner, area, margin}, lines) {
        const tip = Charts.tooltip();
        const line = svg("line", {class: "chance", y1: 0, y2: inner.height, visibility: "hidden"});
        area.append(line);
        root.addEventListener("pointermove", (event) => {
            const bounds = root.getBoundingClientRect();
            const zoom = root.viewBox.baseVal.width / bounds.width;
            const px = (event.clientX - bounds.left) * zoom - margin.left;
            const row = rows.reduce((a, b) => Math.abs(x(b.epoch) - px) < Math.abs(x(a.epoch) - px) ? b : a);
            line.setAttribute("x1", x(row.epoch));
            line.setAttribute("x2", x(row.epoch));
            line.setAttribute("visibility", "visible");
            tip.show((x(row.epoch) + margin.left) / zoom, 60 / zoom,
                [`Epoch ${row.epoch}`, ...lines.map(([name, words]) => `${words} ${short(row[name])}`)]);
        });
        root.addEventListener("pointerleave", () => {
            line.setAttribute("visibility", "hidden");
            tip.hide();
        });
        return html("figure", {}, root, tip.box);
    }

    const page = document.getElementById("page");
    const shown = charts.filter(({lines}) => lines.some(([name]) => has(name)));
    page.replaceChildren(html("h1", {}, "How the training went"), rows.length === 0
        ? html("p", {class: "quiet"}, "Nothing was trained: the weights are random.")
        : html("div", {class: "small"}, ...shown.map(figure)),
        table("Training curve", columns.filter(([name]) => has(name)).map(([, words]) => words),
            () => rows.map((row) => columns.filter(([name]) => has(name)).map(([name]) => short(row[name])))));
});
