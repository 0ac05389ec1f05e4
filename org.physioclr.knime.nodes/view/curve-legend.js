"use strict";

/*
 * The legend beside curves: a table with a button for each line. Pointing at a button or focusing it brings its line to
 * the front, pressing it keeps it there; up and down move between lines, left and right along one.
 */
function curveLegend({caption, columns, rows, onActive, onStep}) {
    const {html, swatch} = Charts;
    let pinned = null;
    const buttons = [];
    const body = html("tbody", {}, ...rows.map((row) => {
        const button = html("button", {type: "button", "aria-pressed": "false",
            onmouseenter: () => activate(row.index), onmouseleave: () => activate(pinned),
            onfocus: () => activate(row.index), onblur: () => activate(pinned),
            onclick: () => pin(pinned === row.index ? null : row.index), onkeydown: (event) => move(event, row.index)},
            row.style ? swatch(row.style.stroke, row.style.dash) : null, row.name);
        buttons.push(button);
        return html("tr", {"data-index": row.index}, html("th", {scope: "row"}, button),
            ...(row.cells ? row.cells.map((text) => html("td", {}, text))
                : [html("td", {class: "reason", colspan: columns.length - 1}, row.reason)]));
    }));
    const table = html("table", {class: "legend"}, html("caption", {}, caption), html("thead", {},
        html("tr", {}, ...columns.map((name) => html("th", {scope: "col"}, name)))), body);

    function activate(index) {
        body.querySelectorAll("tr").forEach((row) =>
            row.classList.toggle("active", row.dataset.index === String(index)));
        onActive(index);
    }

    function pin(index) {
        pinned = index;
        rows.forEach((row, i) => buttons[i].setAttribute("aria-pressed", row.index === pinned));
        activate(pinned);
    }

    function move(event, index) {
        const at = rows.findIndex((row) => row.index === index);
        const next = {ArrowDown: at + 1, ArrowUp: at - 1}[event.key];
        const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
        if (next !== undefined) {
            event.preventDefault();
            buttons[Math.max(0, Math.min(buttons.length - 1, next))].focus();
        } else if (step && onStep) {
            event.preventDefault();
            onStep(index, step);
        }
    }

    return {root: html("div", {class: "wide"}, table), pin, restore: () => activate(pinned)};
}
