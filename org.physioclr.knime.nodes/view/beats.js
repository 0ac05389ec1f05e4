"use strict";

/* The page of Physiology Features: the first ECGs with their beats marked. */
Knime.open(({ecgs, pictures}) => {
    const {html, swatch} = Charts;
    /* The colours in the pictures, which are drawn on paper also at night. */
    const waves = [["P", "#2e7d32"], ["QRS", "#1565c0"], ["T", "#b26a00"]];

    function figure({row, quality, png}) {
        return html("section", {}, html("h2", {}, row), html("p", {class: "quiet"}, quality || "Quality: nothing to report"),
            html("img", {class: "paper", src: `data:image/png;base64,${png}`,
                alt: `The ECG ${row} on millimetre paper with onset, peak and offset of P, QRS and T marked`}));
    }

    document.getElementById("page").replaceChildren(
        html("h1", {}, "Heartbeats"),
        html("p", {class: "quiet"}, `${pictures.length} of ${ecgs} ECGs, 25 mm/s and 10 mm/mV. Lines mark onset and `
            + "offset of each wave, a dot its peak. For research; not a medical device."),
        html("ul", {class: "key"}, ...waves.map(([name, colour]) => html("li", {}, swatch(colour), name))),
        ...pictures.map(figure));
});
