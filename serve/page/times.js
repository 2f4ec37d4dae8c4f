// The time line: a bar for each day, month or year. One tab stop; arrow keys go from bar to bar.
import { byId, counted, element, fill } from "./elements.js";

/** Shows bars; `choose` is called with the first and the last day of the one that is chosen, or with nothing. */
export function showTimes(line, state, choose) {
  const most = Math.max(1, ...line.bars.map((bar) => bar.count));
  const isChosen = (bar) => state.since !== "" && state.since === bar.since && state.until === bar.until;
  const first = Math.max(0, line.bars.findIndex(isChosen));
  const buttons = line.bars.map((bar, i) => {
    const name = bar.since === bar.until ? bar.since : `${bar.since} to ${bar.until}`;
    const button = element("button", {
      type: "button", class: "bar", title: `${name}: ${counted(bar.count, "event")}`,
      "aria-label": `${name}: ${counted(bar.count, "event")}`, "aria-pressed": String(isChosen(bar)),
      tabindex: i === first ? "0" : "-1",
      onclick: () => choose(isChosen(bar) ? { since: "", until: "" } : { since: bar.since, until: bar.until }),
    });
    button.style.setProperty("--height", `${bar.count === 0 ? 0 : Math.max(4, Math.round(100 * bar.count / most))}%`);
    return button;
  });
  fill(byId("times"), buttons);
  byId("times").onkeydown = (event) => moveFocus(event, buttons);
  const ends = line.bars.length
    ? `${line.bars[0].since} to ${line.bars.at(-1).until}, a bar a ${line.unit}` : "No event has a day";
  byId("times-note").textContent = [ends, line.vague ? `${counted(line.vague, "event")} known less exactly` : "",
    line.undated ? `${line.undated.toLocaleString("en")} undated` : ""].filter(Boolean).join(" · ");
}

function moveFocus(event, buttons) {
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined || !buttons[to]) return;
  buttons[at].tabIndex = -1;
  buttons[to].tabIndex = 0;
  buttons[to].focus();
  event.preventDefault();
}
