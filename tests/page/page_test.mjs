// The page of `habari serve` as a person uses it, with the keyboard and without a mouse.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { following, openBrowser, openPage, samples, serve, seriousFaults, settled, textOf } from "./browser.mjs";

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([openBrowser(), serve(samples)]);
});
after(async () => {
  await browser?.close();
  server?.end();
});

const meeting = "#entity=person%2Fgrace-mutua&relation=meet";

/** All is as it should be: nothing failed, and nobody but the server was asked. */
async function check(page) {
  assert.deepEqual(page.wrong, []);
  assert.deepEqual(page.asked.filter((url) => !url.startsWith(server.url) && !url.startsWith("data:")), []);
  await page.close();
}

async function type(page, text, count) {
  await page.type("#search", text);
  await page.waitForFunction((most) => document.getElementById("found").children.length >= most, {}, count);
}

test("An entity is found by the beginning of its name, with the keyboard alone", async () => {
  const page = await openPage(browser, server.url);
  await type(page, "grace mu", 1);
  await page.keyboard.press("ArrowDown");
  await following(page, () => page.keyboard.press("Enter"));
  assert.equal(await textOf(page, "#entity-heading"), "Grace Mutua");
  assert.equal(await page.evaluate(() => document.activeElement.id), "entity-heading");
  assert.match(await textOf(page, "#entity"), /energy minister – Kenya/);
  await check(page);
});

test("A sentence of an event has its words highlighted, language beside language", async () => {
  const page = await openPage(browser, server.url + meeting);
  await following(page, () => page.click("#events [data-event]"));
  const columns = await page.$$eval(".column", (found) => found.map((column) => ({
    name: column.getAttribute("aria-label"), trigger: column.querySelector("mark.trigger").textContent,
    agent: column.querySelector("mark.agent").textContent,
    lang: column.querySelector("blockquote").lang, left: column.getBoundingClientRect().left })));
  assert.deepEqual(columns.map(({ name, lang }) => [name, lang]), [["English", "en"], ["Swahili", "sw"]]);
  assert.equal(columns[0].trigger, "met");
  assert.ok(columns[0].agent.endsWith("Grace Mutua") && columns[1].agent.endsWith("Grace Mutua"));
  assert.ok(columns[0].left < columns[1].left);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: "page-event.png" });
  await following(page, () => page.keyboard.press("Escape"));
  assert.equal(await page.$eval("#event", (section) => section.hidden), true);
  await check(page);
});

test("Wikidata is linked to, and is not asked", async () => {
  const page = await openPage(browser, `${server.url}#entity=country%2Fkenya`);
  const link = await page.$eval("#entity a", (found) => [found.href, found.rel]);
  assert.deepEqual(link, ["https://www.wikidata.org/wiki/Q114", "noreferrer noopener"]);
  await check(page);
});

test("Filters narrow the list, and say how many events each value has", async () => {
  const page = await openPage(browser, server.url);
  const all = parseInt(await textOf(page, "#list-heading"), 10);
  const choice = await page.$eval("#filter-type option[value=CONSULT]", (option) => option.textContent);
  await following(page, () => page.select("#filter-type", "CONSULT"));
  const some = parseInt(await textOf(page, "#list-heading"), 10);
  assert.equal(choice, `CONSULT (${some})`);
  assert.ok(some > 0 && some < all);
  await following(page, () => page.select("#filter-factuality", "planned"));
  await following(page, () => page.goBack());
  assert.equal(parseInt(await textOf(page, "#list-heading"), 10), some);
  await following(page, () => page.click("#clear"));
  assert.equal(parseInt(await textOf(page, "#list-heading"), 10), all);
  await check(page);
});

test("The time line is one tab stop; arrows go along it, and a bar is a filter", async () => {
  const page = await openPage(browser, server.url);
  await page.focus("#times [tabindex='0']");
  await page.keyboard.press("ArrowRight");
  const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await following(page, () => page.keyboard.press("Enter"));
  assert.equal(label, `2024-04: ${await textOf(page, "#list-heading")}`);
  assert.equal(await page.$eval("#filter-since", (input) => input.value), "2024-04");
  assert.equal(await page.$$eval("#times [tabindex='0']", (found) => found.length), 1);
  await check(page);
});

test("The map has the places that are known, and the world around them", async () => {
  const page = await openPage(browser, `${server.url}#picture=map`);
  const places = await page.$$eval("circle.place title", (found) => found.map((title) => title.textContent));
  assert.ok(places.some((title) => title.startsWith("Arusha: ")), places.join());
  assert.ok(await page.$$eval(".land path", (found) => found.length) > 200);
  await page.screenshot({ path: "page-map.png" });
  await check(page);
});

test("What the graph and the map show is there in words, too", async () => {
  const page = await openPage(browser, `${server.url}#entity=country%2Fkenya`);
  await page.click("#network-panel summary");
  assert.match(await textOf(page, "#network-words"), /Grace Mutua – energy minister – Kenya/);
  await page.screenshot({ path: "page-graph.png" });
  await check(page);
});

test("Names are given in the language that is chosen", async () => {
  const page = await openPage(browser, `${server.url}#entity=place%2Flake-tanganyika`);
  await following(page, () => page.select("#names", "sw"));
  assert.equal(await textOf(page, "#entity-heading"), "Ziwa Tanganyika");
  await following(page, () => page.select("#names", "en"));
  assert.equal(await textOf(page, "#entity-heading"), "Lake Tanganyika");
  await check(page);
});

test("What is seen is exported", async () => {
  const page = await openPage(browser, server.url + meeting);
  const texts = await page.$$eval("#export a", (links) => Promise.all(links.map(async (link) =>
    (await fetch(link.href)).text())));
  assert.match(texts[0], /^event,time,subject.*\r\n.*,2024-05-13,Grace Mutua,meet,Hamisi Kibwana,Arusha,/);
  assert.match(texts[1], /<gexf .*\n[^]*Hamisi Kibwana/);
  assert.match(texts[2], /@prefix hb: [^]*rel:meet/);
  assert.doesNotMatch(texts[2], /Rufiji/);
  await check(page);
});

for (const [name, hash, width] of [["overview", "", 1400], ["event beside", meeting, 1400],
  ["map beside", "#picture=map", 1400], ["narrow", "#entity=country%2Fkenya", 360], ["narrow event", meeting, 360]]) {
  test(`axe finds nothing serious, and nothing stands beside the screen: ${name}`, async () => {
    const page = await openPage(browser, server.url + hash, { width, height: 800 });
    if (name.includes("event")) await following(page, () => page.click("#events [data-event]"));
    assert.deepEqual(await seriousFaults(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.screenshot({ path: `page-${name.replace(" ", "-")}.png`, fullPage: name === "narrow" });
    await check(page);
  });
}

test("What the address asks for and is not there is said", async () => {
  const page = await openPage(browser, `${server.url}#event=event%2Fnone`);
  assert.match(await textOf(page, "#status"), /no such thing/);
  await settled(page, 0);
  await page.close();
});
