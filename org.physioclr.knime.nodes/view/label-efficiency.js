"use strict";

/** The tab that shows how a figure grows with the share of training labels, one line an encoder. */
function labelEfficiency(points, encoders, level) {
    const {html, svg, swatch, number, limits, path, select, table} = Charts;
    if (points.length === 0) {
        return html("p", {class: "quiet"}, "The predictions do not state their label fraction. The Linear Probe does.");
    }
    const figures = [...new Set(points.map((point) => point.figure))];
    const place = html("div", {});
    const tip = Charts.tooltip();
    const numbers = html("div", {});

    function show(figure) {
        const shown = points.filter((point) => point.figure === figure);
        const known = shown.filter((point) => point.mean.value !== null);
        place.replaceChildren(known.length ? drawing(figure, known) : html("p", {class: "quiet"},
            `${figure} can't be estimated at any label fraction.`));
        numbers.replaceChildren(table(`${figure} by label fraction`, ["Encoder", "Label fraction [%]", "Draws", "Mean",
            `${Math.round(level * 100)} % interval`, "Lowest", "Highest", "Reason"],
            () => shown.map((point) => [point.encoder || "–", Charts.short(point.fraction), String(point.draws),
                number(point.mean.value), limits(point.mean) || "–", number(point.lowest), number(point.highest),
                point.mean.reason])));
    }

    function drawing(figure, known) {
        const fractions = [...new Set(known.map((point) => point.fraction))].sort((a, b) => a - b);
        const values = known.flatMap((point) => [point.mean.value, clip(point.mean.low), clip(point.mean.high),
            point.lowest, point.highest]).filter((value) => value !== null);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const room = Math.max(0.02, (high - low) * 0.08);
        const bounded = low >= 0 && high <= 1;
        const chart = Charts.plot({width: 860, height: 430, title: `${figure} by label fraction`,
            x: Charts.scale({from: fractions[0] / 1.25, to: fractions[fractions.length - 1] * 1.25, log: true,
                ticks: fractions, title: "Share of training labels [%], logarithmic"}),
            y: Charts.scale({from: bounded ? Math.max(0, low - room) : low - room,
                to: bounded ? Math.min(1, high + room) : high + room, title: figure}),
            description: known.map((point) => `${point.encoder}, ${point.fraction} %: ${number(point.mean.value)}`)
                .join("; ")});
        encoders.forEach((encoder, i) => draw(chart, known.filter((point) => point.encoder === encoder), i));
        return chart.root;
    }

    /** Student's interval of few draws may leave the figure's range. */
    function clip(value) {
        return value === null ? null : Math.max(-1, Math.min(1, value));
    }

    function draw(chart, line, i) {
        const {area, x, y, root, margin} = chart;
        const colour = `var(--c${i % 10})`;
        const band = line.filter((point) => point.mean.low !== null)
            .map((point) => [x(point.fraction), clip(point.mean.low), clip(point.mean.high)]);
        area.append(svg("path", {class: "band", fill: colour, d: path(band.map(([px, , high]) => [px, y(high)])
            .concat(band.map(([px, low]) => [px, y(low)]).reverse()))}));
        area.append(svg("path", {class: "curve", stroke: colour,
            d: path(line.map((point) => [x(point.fraction), y(point.mean.value)]))}));
        line.forEach((point) => area.append(
            svg("line", {class: "whisker", stroke: colour, x1: x(point.fraction), x2: x(point.fraction),
                y1: y(point.lowest), y2: y(point.highest)}),
            svg("circle", {r: 5, cx: x(point.fraction), cy: y(point.mean.value), fill: colour}),
            svg("circle", {r: 13, cx: x(point.fraction), cy: y(point.mean.value), fill: "transparent",
                onpointerenter: () => {
                    const zoom = root.clientWidth / root.viewBox.baseVal.width;
                    tip.show((x(point.fraction) + margin.left) * zoom, (y(point.mean.value) + margin.top) * zoom,
                        [`${point.encoder} · ${point.fraction} %`,
                            `Mean ${number(point.mean.value)} ${limits(point.mean)}`,
                            `${point.draws} draws from ${number(point.lowest)} to ${number(point.highest)}`]);
                }, onpointerleave: tip.hide})));
    }

    show(figures[0]);
    const key = html("ul", {class: "key"}, ...encoders.map((encoder, i) => html("li", {},
        swatch(`var(--c${i % 10})`), encoder || "Predictions")));
    return html("div", {}, html("div", {class: "choices"}, select("Figure", figures.map((name) => [name, name]),
        figures[0], show)), key, html("figure", {class: "single"}, place, tip.box, html("figcaption", {},
        `Points: means over the draws. Bands: ${Math.round(level * 100)} % intervals of the means (Student's t); one draw `
        + "has none. Lines through points: from the lowest to the highest draw.")), numbers);
}
