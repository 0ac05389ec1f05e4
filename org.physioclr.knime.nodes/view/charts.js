"use strict";

/* What all pages draw with: elements, axes, plots, tabs, choices and tables. */
const Charts = (() => {
    const COLOURS = 10;
    const DASHES = ["none", "7 4", "2 3"];
    let ids = 0;

    function build(node, attributes, children) {
        for (const [name, value] of Object.entries(attributes || {})) {
            if (name.startsWith("on")) {
                node.addEventListener(name.slice(2), value);
            } else if (value !== null && value !== undefined && value !== false) {
                node.setAttribute(name, value === true ? "" : value);
            }
        }
        node.append(...children.filter((child) => child !== null && child !== undefined));
        return node;
    }

    /** An HTML element. */
    function html(name, attributes, ...children) {
        return build(document.createElement(name), attributes, children);
    }

    /** An SVG element. */
    function svg(name, attributes, ...children) {
        return build(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
    }

    function id(prefix) {
        return `${prefix}-${++ids}`;
    }

    /** A number for people; an en dash for none. */
    function number(value, digits = 3) {
        return value === null || value === undefined ? "–" : value.toFixed(digits);
    }

    /** A number of any size in a few digits. */
    function short(value) {
        if (value === null || value === undefined) {
            return "–";
        }
        const size = Math.abs(value);
        return size !== 0 && (size < 0.001 || size >= 1e5) ? value.toExponential(2)
            : String(Number(value.toPrecision(4)));
    }

    function count(value) {
        return value.toLocaleString("en-US");
    }

    /** "[0.812, 0.915]"; empty without limits. */
    function limits(figure, digits = 3) {
        return figure.low === null ? "" : `[${number(figure.low, digits)}, ${number(figure.high, digits)}]`;
    }

    /** The colour and dash of the i-th line; thirty differ. */
    function lineStyle(i) {
        return {stroke: `var(--c${i % COLOURS})`, dash: DASHES[Math.floor(i / COLOURS) % DASHES.length]};
    }

    /** The piece of a line that stands before its name. */
    function swatch(stroke, dash = "none") {
        return svg("svg", {class: "swatch", viewBox: "0 0 26 10", "aria-hidden": "true"}, svg("line",
            {x1: 0, x2: 26, y1: 5, y2: 5, stroke, "stroke-width": 3, "stroke-dasharray": dash}));
    }

    /** Round numbers from one to the other. */
    function ticks(from, to, about = 5) {
        const raw = (to - from) / about;
        const power = 10 ** Math.floor(Math.log10(raw));
        const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw * 0.999);
        const found = [];
        for (let k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
            found.push(Number((k * step).toPrecision(12)));
        }
        return found;
    }

    /**
     * A scale.
     *
     * @param options from, to: the range of values; log; ticks: values to mark; format: of a tick; title
     */
    function scale(options) {
        const place = options.log ? Math.log : (value) => value;
        const from = place(options.from);
        const span = place(options.to) - from || 1;
        return {...options, ticks: options.ticks || ticks(options.from, options.to), format: options.format || short,
            share: (value) => (place(value) - from) / span};
    }

    /**
     * An empty plot with axes.
     *
     * @param options width, height, x and y (scales), title, description
     * @returns root: the SVG element; area: the group to draw into; x, y: from values to pixels; inner sizes
     */
    function plot({width, height, x, y, title, description}) {
        const margin = {top: 12, right: 16, bottom: 46, left: 58};
        const inner = {width: width - margin.left - margin.right, height: height - margin.top - margin.bottom};
        const px = (value) => x.share(value) * inner.width;
        const py = (value) => (1 - y.share(value)) * inner.height;
        const area = svg("g", {class: "area"});
        const frame = svg("g", {transform: `translate(${margin.left},${margin.top})`});
        for (const tick of x.ticks) {
            frame.append(svg("line", {class: "grid", x1: px(tick), x2: px(tick), y1: 0, y2: inner.height}),
                svg("text", {class: "tick", x: px(tick), y: inner.height + 18, "text-anchor": "middle"},
                    x.format(tick)));
        }
        for (const tick of y.ticks) {
            frame.append(svg("line", {class: "grid", x1: 0, x2: inner.width, y1: py(tick), y2: py(tick)}),
                svg("text", {class: "tick", x: -8, y: py(tick), dy: "0.35em", "text-anchor": "end"}, y.format(tick)));
        }
        frame.append(svg("rect", {class: "frame", width: inner.width, height: inner.height}),
            svg("text", {class: "axis", x: inner.width / 2, y: inner.height + 40, "text-anchor": "middle"}, x.title),
            svg("text", {class: "axis", transform: `translate(-44,${inner.height / 2}) rotate(-90)`,
                "text-anchor": "middle"}, y.title), area);
        const text = id("description");
        // A title element would pop up as the browser's own tooltip over ours, so that the name is a label.
        const root = svg("svg", {class: "plot", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title,
            "aria-describedby": text}, svg("desc", {id: text}, description), frame);
        return {root, area, x: px, y: py, inner, margin};
    }

    /** A path through points [x, y] in pixels; null breaks it. */
    function path(points) {
        let command = "M";
        return points.map((point) => {
            if (point === null) {
                command = "M";
                return "";
            }
            const part = `${command}${point[0].toFixed(2)},${point[1].toFixed(2)}`;
            command = "L";
            return part;
        }).join("");
    }

    /** A labelled choice of [value, text]; what is chosen is printed as text. */
    function select(title, options, chosen, onchange) {
        const field = html("select", {id: id("choice")},
            ...options.map(([value, text]) => html("option",
                {value, selected: String(value) === String(chosen)}, text)));
        const choice = html("span", {class: "choice"}, html("label", {for: field.id}, title), field);
        const note = () => choice.setAttribute("data-chosen", field.selectedOptions[0]?.text || "");
        field.addEventListener("change", () => {
            note();
            onchange(field.value);
        });
        note();
        return choice;
    }

    /**
     * Tabs; the arrow keys, Home and End move between them.
     *
     * @param label what they are, for screen readers
     * @param parts each with title and panel (an element)
     */
    function tabs(label, parts) {
        const list = html("div", {role: "tablist", "aria-label": label});
        const buttons = parts.map(({title, panel}) => {
            panel.id = id("panel");
            const button = html("button", {role: "tab", type: "button", id: id("tab"), "aria-controls": panel.id,
                onclick: () => choose(button)}, title);
            build(panel, {role: "tabpanel", "aria-labelledby": button.id, tabindex: 0, "data-title": title}, []);
            return button;
        });
        function choose(chosen) {
            buttons.forEach((button, i) => {
                button.setAttribute("aria-selected", button === chosen);
                button.tabIndex = button === chosen ? 0 : -1;
                parts[i].panel.classList.toggle("closed", button !== chosen);
            });
        }
        list.addEventListener("keydown", (event) => {
            const at = buttons.indexOf(document.activeElement);
            const next = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1}[event.key];
            if (at >= 0 && next !== undefined) {
                event.preventDefault();
                const button = buttons[(next + buttons.length) % buttons.length];
                choose(button);
                button.focus();
            }
        });
        list.append(...buttons);
        choose(buttons[0]);
        return html("div", {class: "tabs"}, list, ...parts.map((part) => part.panel));
    }

    function cell(text, i) {
        return html(i === 0 ? "th" : "td", i === 0 ? {scope: "row"} : {}, text);
    }

    /** The numbers behind a picture, made when the reader asks for them. */
    function table(caption, columns, rows) {
        const place = html("div", {class: "scroll", tabindex: 0, role: "region", "aria-label": caption});
        const details = html("details", {class: "numbers", ontoggle: () => {
            if (details.open && !place.firstChild) {
                place.append(html("table", {}, html("caption", {}, caption),
                    html("thead", {}, html("tr", {}, ...columns.map((name) => html("th", {scope: "col"}, name)))),
                    html("tbody", {}, ...rows().map((row) => html("tr", {}, ...row.map(cell))))));
            }
        }}, html("summary", {}, `Table: ${caption}`), place);
        return details;
    }

    /** A short line on a plot's pointer. */
    function tooltip() {
        const box = html("div", {class: "tooltip", hidden: true});
        return {box, hide: () => { box.hidden = true; }, show: (left, top, lines) => {
            box.replaceChildren(...lines.map((line, i) => html(i === 0 ? "strong" : "span", {}, line)));
            box.hidden = false;
            const room = box.parentElement.clientWidth - box.offsetWidth - 4;
            box.style.left = `${Math.max(4, Math.min(room, left + 14))}px`;
            box.style.top = `${Math.max(4, top > box.offsetHeight + 20 ? top - box.offsetHeight - 12 : top + 16)}px`;
        }};
    }

    return {html, svg, number, short, count, limits, lineStyle, swatch, scale, plot, path, select, tabs, table, tooltip};
})();
