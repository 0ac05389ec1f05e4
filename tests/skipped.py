#!/usr/bin/env python3
"""Fails if a test was skipped, or a test module ran none, in the build that has just ended.

PHYSIOCLR_TEST_DATA=none says that there is no test data; then skipped tests are listed and allowed.
"""
import os
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

MODULES = ("core", "torch", "nodes", "osgi", "install")


def reports(module):
    return sorted(pathlib.Path(__file__).parent.glob(f"{module}/target/*-reports/TEST-*.xml"))


def main():
    failed = False
    passed = skipped = 0
    for module in MODULES:
        cases = [case for report in reports(module) for case in ElementTree.parse(report).iter("testcase")]
        if not cases:
            print(f"tests/{module} ran no test")
            failed = True
        for case in cases:
            reason = case.find("skipped")
            if reason is None:
                passed += 1
            else:
                skipped += 1
                print(f"skipped: {case.get('classname')}.{case.get('name')}: {reason.get('message')}")
    allowed = os.environ.get("PHYSIOCLR_TEST_DATA") == "none"
    print(f"{passed} passed, 0 failed, {skipped} skipped")
    return 1 if failed or skipped and not allowed else 0


if __name__ == "__main__":
    sys.exit(main())
