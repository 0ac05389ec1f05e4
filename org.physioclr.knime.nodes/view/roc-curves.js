"use strict";

/** The tab with the ROC curves of one block. */
function rocCurves(block, level) {
    const {html, svg, number, count, limits, lineStyle, path, table} = Charts;
    const labels = block.labels.map((label, index) => ({...label, index, style: lineStyle(index)}))
        .sort((a, b) => (b.auroc.value ?? -1) - (a.auroc.value ?? -1));
    const drawn = labels.filter((label) => label.thresholds.length > 0);
    const unit = (title) => Charts.scale({from: 0, to: 1, title, format: (v) => String(v)});
    const {root, area, x, y, margin} = Charts.plot({width: 560, height: 544,
        x: unit("False positive rate (1 − specificity)"), y: unit("True positive rate (sensitivity)"),
        title: `ROC curves of ${count(drawn.length)} labels, ${block.title}`,
        description: "The table beside has each label's area and interval; the table below has the points."});
    area.append(svg("line", {class: "chance", x1: x(0), y1: y(0), x2: x(1), y2: y(1)}));
    const points = new Map(drawn.map((label) => [label.index,
        label.thresholds.map((_, i) => [x(label.falsePositiveRates[i]), y(label.truePositiveRates[i])])]));
    const parts = new Map(drawn.map((label) => [label.index, draw(label)]));
    const marker = svg("circle", {class: "marker", r: 5, visibility: "hidden"});
    area.append(marker);
    const tip = Charts.tooltip();
    const spoken = html("p", {class: "spoken", role: "status"});
    const figure = html("figure", {}, root, tip.box, spoken,
        html("figcaption", {}, drawn.some((label) => label.threshold !== null)
            ? "Circles: the threshold that was chosen on training rows. Point at a curve for its thresholds."
            : "Point at a curve for its thresholds."));
    let stepped = {index: null, at: 0};

    function draw(label) {
        const curve = svg("path", {class: "curve", d: path(points.get(label.index)), stroke: label.style.stroke,
            "stroke-dasharray": label.style.dash});
        area.append(curve);
        if (label.threshold === null || label.sensitivity.value === null || label.specificity.value === null) {
            return [curve];
        }
        const circle = svg("circle", {class: "operating", r: 4.5, stroke: label.style.stroke,
            cx: x(1 - label.specificity.value), cy: y(label.sensitivity.value)});
        area.append(circle);
        return [curve, circle];
    }

    function activate(index) {
        root.classList.toggle("has-active", parts.has(index));
        parts.forEach((elements, i) => elements.forEach((element) => element.classList.toggle("active", i === index)));
        parts.get(index)?.forEach((element) => area.insertBefore(element, marker));
        if (index === null) {
            hide();
        }
    }

    function hide() {
        marker.setAttribute("visibility", "hidden");
        tip.hide();
    }

    function describe(label, i) {
        const threshold = label.thresholds[i];
        return [`${label.label} · AUROC ${number(label.auroc.value)} ${limits(label.auroc)}`,
            threshold === null ? "Above every score" : `Threshold ${Charts.short(threshold)}`,
            `Sensitivity ${number(label.truePositiveRates[i])} · `
                + `specificity ${number(1 - label.falsePositiveRates[i])}`];
    }

    function mark(label, i) {
        const [px, py] = points.get(label.index)[i];
        marker.setAttribute("cx", px);
        marker.setAttribute("cy", py);
        marker.setAttribute("visibility", "visible");
        const zoom = root.clientWidth / root.viewBox.baseVal.width;
        const lines = describe(label, i);
        tip.show((px + margin.left) * zoom, (py + margin.top) * zoom, lines);
        return lines;
    }

    /** The curve and its corner that are nearest to a place in pixels. */
    function nearest(px, py) {
        let best = {distance: 30};
        for (const label of drawn) {
            const corners = points.get(label.index);
            for (let i = 1; i < corners.length; i++) {
                const [ax, ay] = corners[i - 1];
                const [dx, dy] = [corners[i][0] - ax, corners[i][1] - ay];
                const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
                const distance = Math.hypot(ax + t * dx - px, ay + t * dy - py);
                if (distance < best.distance) {
                    best = {distance, label, at: t < 0.5 ? i - 1 : i};
                }
            }
        }
        return best;
    }

    root.addEventListener("pointermove", (event) => {
        const bounds = root.getBoundingClientRect();
        const zoom = root.viewBox.baseVal.width / bounds.width;
        const {label, at} = nearest((event.clientX - bounds.left) * zoom - margin.left,
            (event.clientY - bounds.top) * zoom - margin.top);
        if (label) {
            activate(label.index);
            mark(label, at);
        } else {
            legend.restore();
            hide();
        }
    });
    root.addEventListener("pointerleave", () => {
        legend.restore();
        hide();
    });

    const legend = curveLegend({caption: `${Math.round(level * 100)} % intervals; positives and negatives`,
        columns: ["Label", "AUROC", "Interval", "Pos.", "Neg."],
        rows: labels.map((label) => ({index: label.index, name: label.label, style: label.style,
            cells: label.auroc.value === null ? null : [number(label.auroc.value), limits(label.auroc) || "–",
                count(label.positives), count(label.negatives)],
            reason: `Not estimable: ${label.auroc.reason}`})),
        onActive: activate,
        onStep: (index, step) => {
            const label = drawn.find((candidate) => candidate.index === index);
            if (label) {
                const last = label.thresholds.length - 1;
                const at = stepped.index === index ? Math.max(0, Math.min(last, stepped.at + step)) : 0;
                stepped = {index, at};
                spoken.textContent = mark(label, at).join("; ");
            }
        }});
    const numbers = table(`Points of the ROC curves, ${block.title}`,
        ["Label", "Threshold", "False positive rate", "True positive rate"],
        () => drawn.flatMap((label) => label.thresholds.map((threshold, i) => [label.label,
            threshold === null ? "above every score" : Charts.short(threshold), number(label.falsePositiveRates[i], 4),
            number(label.truePositiveRates[i], 4)])));
    return html("div", {}, html("div", {class: "side"}, figure, legend.root), numbers);
}
