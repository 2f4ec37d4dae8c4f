// Where answers come from: the server, or, in a report, the data in the file itself.
import { answersFrom } from "./report_answers.js";

const data = document.getElementById("data");
const answers = data ? answersFrom(JSON.parse(data.textContent)) : null;

/** Whether there is no server. */
export const isReport = answers !== null;

/** Asks `question`; parameters without a value are left out. Fails with the server's words. */
export async function ask(question, parameters = {}) {
  if (answers) return answers[question](parameters);
  const reply = await fetch(address(question, parameters));
  const said = await reply.json();
  if (!reply.ok) throw new Error(said.error);
  return said;
}

/** Where the server answers. */
export function address(question, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value !== undefined && value !== null);
  return `api/${question}?${new URLSearchParams(given)}`;
}

/** A file of the page: in a report it stands in it. */
export async function pageFile(name) {
  const here = document.getElementById(`file-${name}`);
  return here ? here.textContent : (await fetch(name)).text();
}
