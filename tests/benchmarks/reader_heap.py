#!/usr/bin/env python3
"""Shows that the ECG Reader needs no more heap for many records than for few: reads folders of made-up records, a
thousand each, in a JVM with little heap, and prints what was in use after its garbage collections.

    python3 tests/benchmarks/reader_heap.py [RECORDS ...]     (1000 100000; builds first if nothing is installed yet)

A record has twelve leads of half a second at 500 Hz. All share few files through hard links, so they take no space; the
table of 100,000 takes 1.2 GB in the system's temporary folder while it runs.
"""
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEAP = "32m"
FOLDER_RECORDS = 1000
LINKS = 20000  # fewer than any file system allows for one file
SAMPLES = 250
LEADS = "I II III aVR aVL aVF V1 V2 V3 V4 V5 V6".split()
NAMESPACE = "{http://www.knime.org/2008/09/XMLConfig}"


def records(folder, count):
    """Makes count records, which are links to one header and one signal file for each 20,000 of them."""
    leads = range(len(LEADS))
    values = [[(7 * i + 13 * lead) % 400 - 200 for lead in leads] for i in range(SAMPLES)]
    signal = b"".join(struct.pack(f"<{len(LEADS)}h", *frame) for frame in values)
    header = f"r {len(LEADS)} 500 {SAMPLES}\n" + "".join(
        f"r.dat 16 1000/mV 16 0 {values[0][k]} {sum(frame[k] for frame in values)} 0 {LEADS[k]}\n" for k in leads)
    original = None
    for i in range(count):
        inside = folder / f"{i // FOLDER_RECORDS:04d}"
        if i % FOLDER_RECORDS == 0:
            inside.mkdir()
            (inside / "r.dat").write_bytes(signal)
        path = inside / f"{i:06d}.hea"
        if i % LINKS == 0:
            path.write_text(header)
            original = path
        else:
            os.link(original, path)


def reader_alone(folder):
    """A workflow with nothing but the reader of folder-to-auroc."""
    source = ROOT / "workflows" / "folder-to-auroc"
    tree = ElementTree.parse(source / "workflow.knime")
    for config in tree.getroot().findall(NAMESPACE + "config"):
        if config.get("key") in ("nodes", "connections"):
            for child in [child for child in config if child.get("key") != "node_1"]:
                config.remove(child)
    node = folder / "ECG Reader (#1)"
    node.mkdir(parents=True)
    (node / "settings.xml").write_bytes((source / node.name / "settings.xml").read_bytes())
    ElementTree.register_namespace("", NAMESPACE[1:-1])
    tree.write(folder / "workflow.knime", encoding="UTF-8", xml_declaration=True)


def measure(count):
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        (scratch / "ecgs").mkdir()
        records(scratch / "ecgs", count)
        reader_alone(scratch / "reader")
        log = scratch / "gc.log"
        environment = dict(os.environ, JAVA_OPTS=f"-Xmx{HEAP} -XX:+UseSerialGC -Xlog:gc:file={log}:uptime",
                           TMPDIR=name)
        start = time.time()
        subprocess.run([ROOT / "run-workflow", scratch / "reader", "-reset", "-nosave", "-workflow.variable=folder,"
                        f"{scratch / 'ecgs'},String", f"-results={scratch / 'results'}"], check=True, env=environment,
                       stdout=subprocess.DEVNULL)
        seconds = time.time() - start
        rows = sum(1 for _ in open(scratch / "results" / "1-ECGs.csv", encoding="UTF-8")) - 1
        if rows != count:
            sys.exit(f"{rows} of {count} records were read")
        collections = re.findall(r"Pause (\w+).*?(\d+)M->(\d+)M", log.read_text())
        after = [int(used) for _, _, used in collections]
        full = [int(used) for kind, _, used in collections if kind == "Full"]
        print(f"{count:7d} records  {seconds:6.1f} s  {len(after):5d} collections, at most {max(after)} MB in use "
              f"after one, at most {max(full, default=0)} MB after {len(full)} full ones (heap {HEAP})", flush=True)


for records_wanted in [int(argument) for argument in sys.argv[1:]] or [1000, 100000]:
    measure(records_wanted)
