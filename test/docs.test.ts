// Goal: what the pages say is there. Method: read every page as text, and look for what it names.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve, sep } from "node:path";
import { expect, test } from "vitest";
import { metricHelp } from "../src/telemetry/metrics-table.ts";

const root = resolve(import.meta.dirname, "..");
const filesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    posix.join(folder, path.split(sep).join("/")),
  );
const read = (path: string) => readFileSync(join(root, path), "utf8");

const readme = "README.md";
const pages = [readme, "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", ...filesBelow("docs")]
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, text: read(path) }));
const files = ["src", "bench", "test", "docs", "practices"].flatMap(filesBelow);
const sources = files.filter((path) => /^src\/.*\.tsx?$/.test(path) && !/\.test\.ts$/.test(path)).map(read);

/** What follows `](`, without addresses elsewhere. */
const linksOf = (text: string) =>
  [...withoutCode(text).matchAll(/\]\((?!\w+:)([^)#]*)(?:#([^)]*))?\)/g)].map(([, path = "", anchor]) => ({
    path,
    anchor: anchor ?? null,
  }));
const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "");

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (text: string) =>
  [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-"),
  );

test.for(pages)("the links of $path lead somewhere", ({ path, text }) => {
  const broken = linksOf(text).filter((link) => {
    const target = link.path === "" ? path : posix.join(dirname(path), link.path);
    if (!existsSync(join(root, target))) return true;
    return link.anchor !== null && !anchorsOf(read(target)).includes(link.anchor);
  });
  expect(broken).toEqual([]);
});

test.for(pages)("the files that $path names are there", ({ text }) => {
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|tsx|sql|yaml))`/g)].map(([, name = ""]) => name);
  const missing = named.filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`)));
  expect(missing).toEqual([]);
});

test.for(pages)("the commands that $path names are there", ({ text }) => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Readonly<Record<string, string>> };
  const named = [...text.matchAll(/npm run (?:--silent )?([\w-]+)(?: -- ([\w-]+))?/g)];
  const missing = named.filter(
    ([, script = "", bench]) =>
      !(script in scripts) ||
      (script === "bench" && /^\w/.test(bench ?? "") && !files.includes(`bench/${bench}.ts`)),
  );
  expect(missing.map(([command]) => command)).toEqual([]);
});

test("the README leads to every page", () => {
  const linked = linksOf(read(readme)).map(({ path }) => path);
  expect(pages.map(({ path }) => path).filter((path) => path !== readme && !linked.includes(path))).toEqual(
    [],
  );
});

test("ARCHITECTURE.md tells of every room, in order", () => {
  const told = [...read("ARCHITECTURE.md").matchAll(/^\| `([a-z/]+)\/` \|/gm)].map(([, room]) => room);
  const [, held = ""] = /const rooms = \[([^\]]*)\]/.exec(read("test/tidy.test.ts")) ?? [];
  expect(told).toEqual([...held.matchAll(/"([^"]+)"/g)].map(([, room]) => room));
});

test("every metric is explained, and counters are named as such", () => {
  const counted = sources.flatMap((text) =>
    [...text.matchAll(/meter\.count\(\s*"(\w+)"/g)].map(([, name = ""]) => name),
  );
  const observed = sources.flatMap((text) =>
    [...text.matchAll(/meter\.(?:gauge|observeSeconds)\(\s*"(\w+)"/g)].map(([, name = ""]) => name),
  );
  expect(counted.filter((name) => !name.endsWith("_total"))).toEqual([]);
  expect([...counted, ...observed].filter((name) => !(name in metricHelp))).toEqual([]);
  const together = sources.join("\n");
  expect(Object.keys(metricHelp).filter((name) => !together.includes(`"${name}"`))).toEqual([]);
});
