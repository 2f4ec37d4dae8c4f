// Articles are written by strangers: what they say is shown as text, in the page and in a report.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documents, following, openBrowser, openPage, report, serve, textOf } from "./browser.mjs";

const attack = "<img src=x onerror=alert(1)>";
const endOfScript = "</script><script>alert(2)</script>";

/** A document whose every text attacks. */
function hostileDocument() {
  const text = `${attack} alikutana na ${endOfScript} huko {{7*7}}\u202e\u0000.`;
  const at = (words) => {
    const begin = [...text.slice(0, text.indexOf(words))].length;
    return { begin, end: begin + [...words].length, text: words };
  };
  const entities = [["person/a", "person", attack], ["person/b", "person", endOfScript],
    ["place/c", "place", "{{7*7}}"]].map(([entity, kind, words]) => ({ ...at(words), kind, entity, name: words }));
  const taking = (role, i) => ({ role, ...at(entities[i].text), entity: entities[i].entity });
  return JSON.stringify({
    schema: "habari/document/1", id: `"><script>alert(3)</script>`, language: "sw", date: "2024-03-04", text, entities,
    title: `<b onclick=alert(4)>${endOfScript}`, url: "javascript:alert(5)", relations: [{ subject: at(attack),
      relation: { ...at("alikutana"), label: "</script><!--" }, object: at(endOfScript), confidence: 0.8 }],
    events: [{ trigger: at("alikutana"), lemma: `"onmouseover="alert(6)`, label: "<meet>", type: "CONSULT",
      factuality: "actual", args: [taking("agent", 0), taking("companion", 1), taking("place", 2)],
      source: { ...at(attack), entity: "person/a" }, sentence: { begin: 0, end: [...text].length }, confidence: 0.9 }],
  });
}

let browser;
let server;
let file;
before(async () => {
  const input = documents(`${hostileDocument()}\n`);
  file = report(input);
  [browser, server] = await Promise.all([openBrowser(), serve(input)]);
});
after(async () => {
  await browser?.close();
  server?.end();
});

for (const [name, address] of [["page", () => server.url], ["report", () => `file://${file}`]]) {
  test(`Hostile names, texts and addresses are text: ${name}`, async () => {
    const page = await openPage(browser, `${address()}#entity=person%2Fa`);
    assert.equal(await textOf(page, "#entity-heading"), attack);
    await following(page, () => page.click("#events [data-event]"));
    assert.match(await textOf(page, "blockquote"), /<img src=x onerror=alert\(1\)> alikutana na <\/script>/);
    assert.equal(await page.$("figcaption a"), null, "an address that is none of the web is no link");
    await page.hover("blockquote mark");
    await page.type("#search", attack);
    await page.waitForFunction(() => document.getElementById("found").children.length > 0);
    await page.click("#tab-map");
    assert.equal(await page.$("img, b, iframe"), null);
    assert.equal(await page.$$eval("script:not([type='application/json'])", (found) => found.length), 2);
    assert.deepEqual(page.wrong, []);
    assert.deepEqual(page.asked.filter((url) => url.includes("/x")), []);
    await page.close();
  });
}

test("Markup in an address is not put into the page", async () => {
  const said = encodeURIComponent(attack);
  const page = await openPage(browser, `${server.url}#place=${said}&since=${said}`);
  assert.equal(await page.$("img"), null);
  assert.match(await textOf(page, "#status"), /is no date/);
  await page.close();
});
