// Adds up the reports of the last `mvn verify` and prints one line for each kind of test, then one
// for all. The argument is the exit status so far; where it is not 0, at least one failure counts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const status = Number(process.argv[2] ?? "0");

function attribute(xml, name) {
  const suite = /<testsuite\b[^>]*>/.exec(xml)?.[0] ?? "";
  return Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? "0");
}

function java() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const module of ["core", "app", "bench"]) {
    for (const kind of ["surefire-reports", "failsafe-reports"]) {
      const folder = join(module, "target", kind);
      const files = existsSync(folder) ? readdirSync(folder) : [];
      for (const file of files.filter((name) => /^TEST-.*\.xml$/.test(name))) {
        const xml = readFileSync(join(folder, file), "utf8");
        const failed = attribute(xml, "failures") + attribute(xml, "errors");
        const skipped = attribute(xml, "skipped");
        sum.failed += failed;
        sum.skipped += skipped;
        sum.passed += attribute(xml, "tests") - failed - skipped;
      }
    }
  }
  return sum;
}

function report(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function page() {
  const found = report("web/test-results/unit.json");
  return {
    passed: found?.numPassedTests ?? 0,
    failed: (found?.numFailedTests ?? 0) + (found?.success === false && !found.numFailedTests ? 1 : 0),
    skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
  };
}

function browser() {
  const found = report("web/test-results/e2e.json")?.stats;
  return {
    passed: found?.expected ?? 0,
    failed: (found?.unexpected ?? 0) + (found?.flaky ?? 0),
    skipped: found?.skipped ?? 0,
  };
}

const kinds = { Java: java(), page: page(), browser: browser() };
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, sum] of Object.entries(kinds)) {
  console.log(`${name}: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  total.passed += sum.passed;
  total.failed += sum.failed;
  total.skipped += sum.skipped;
}
if (status !== 0) {
  console.log(`A step ended with status ${status}.`);
  total.failed = Math.max(total.failed, 1);
}
const empty = Object.entries(kinds).filter(([, sum]) => sum.passed + sum.failed === 0);
if (status === 0 && empty.length > 0) {
  console.log(`No test ran: ${empty.map(([name]) => name).join(", ")}`);
  total.failed += empty.length;
}
console.log(`All: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
