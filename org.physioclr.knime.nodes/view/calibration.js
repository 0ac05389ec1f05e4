"use strict";

/** The tab that holds predicted probabilities against what happened, of one block. */
function calibration(block, level) {
    const {html, svg, number, count, limits, table} = Charts;
    const labels = block.labels.map((label, index) => ({...label, index}));
    const place = html("div", {});
    const tip = Charts.tooltip();
    const figure = html("figure", {}, place, tip.box, html("figcaption", {},
        `Points: the share of positives in each bin with its ${Math.round(level * 100)} % interval; on the dashed line `
        + "probabilities are right. Bars: how many rows, on a scale of their own."));
    const first = labels.find((label) => label.bins.length > 0) || labels[0];
    let shown = null;

    function show(index) {
        const label = labels[index === null ? (shown ?? first.index) : index];
        if (shown !== label.index) {
            shown = label.index;
            place.replaceChildren(reliability(label));
        }
    }

    function reliability(label) {
        const unit = (title) => Charts.scale({from: 0, to: 1, title, format: (v) => String(v)});
        const {root, area, x, y, inner, margin} = Charts.plot({width: 560, height: 544,
            x: unit("Predicted probability"), y: unit("Share of positives"),
            title: `Calibration of ${label.label}, ${block.title}`,
            description: label.bins.map(words).join("; ") || `Nothing to show: ${label.calibrationReason}`});
        const rows = label.bins.reduce((sum, bin) => sum + bin.rows, 0);
        label.bins.forEach((bin) => area.append(svg("rect", {class: "bar", x: x(bin.from) + 1,
            width: Math.max(1, x(bin.to) - x(bin.from) - 2), y: y(0.25 * bin.rows / rows),
            height: y(0) - y(0.25 * bin.rows / rows)})));
        if (label.bins.length > 0) {
            area.append(svg("line", {class: "chance", x1: x(0), y1: y(0), x2: x(1), y2: y(1)}));
        } else {
            area.append(svg("text", {x: inner.width / 2, y: inner.height / 2, "text-anchor": "middle"},
                label.calibrationReason));
        }
        label.bins.forEach((bin) => {
            const at = x(bin.meanProbability);
            const point = svg("circle", {r: 5, cx: at, cy: y(bin.share.value), fill: "var(--accent)"});
            area.append(svg("line", {class: "whisker", stroke: "var(--accent)", x1: at, x2: at, y1: y(bin.share.low),
                y2: y(bin.share.high)}), point);
            const zone = svg("rect", {x: x(bin.from), width: x(bin.to) - x(bin.from), height: inner.height,
                fill: "transparent", onpointerenter: () => {
                    const zoom = root.clientWidth / root.viewBox.baseVal.width;
                    tip.show((at + margin.left) * zoom, (y(bin.share.value) + margin.top) * zoom,
                        [`${label.label} · predicted ${bin.from} to ${bin.to}`,
                            `Observed ${number(bin.share.value)} ${limits(bin.share)}`,
                            `${count(bin.positives)} of ${count(bin.rows)} rows`]);
                }, onpointerleave: tip.hide});
            area.append(zone);
        });
        return root;
    }

    function words(bin) {
        return `predicted ${number(bin.meanProbability)}, observed ${number(bin.share.value)} in ${bin.rows} rows`;
    }

    const legend = curveLegend({caption: "Choose a label. Smaller errors are better.",
        columns: ["Label", "Brier score", "Calibration error", "Rows"],
        rows: labels.map((label) => ({index: label.index, name: label.label,
            cells: label.brier === null ? null : [number(label.brier, 4), number(label.calibrationError, 4),
                count(label.bins.reduce((sum, bin) => sum + bin.rows, 0))], reason: label.calibrationReason})),
        onActive: show});
    legend.pin(first.index);
    const numbers = table(`Reliability, ${block.title}`, ["Label", "From", "To", "Rows", "Positives",
        "Mean probability", "Share of positives", "Interval"], () => labels.flatMap((label) => label.bins.map((bin) =>
        [label.label, number(bin.from, 2), number(bin.to, 2), count(bin.rows), count(bin.positives),
            number(bin.meanProbability), number(bin.share.value), limits(bin.share)])));
    return html("div", {}, html("div", {class: "side"}, figure, legend.root), numbers);
}
