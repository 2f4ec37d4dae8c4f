// What things are called.

let language = "";

/** In which language names are given where there is one there. */
export function useLanguage(chosen) {
  language = chosen;
}

/** An entity, or an event in words. */
export function nameOf(thing) {
  return (language && thing.names && thing.names[language]) || thing.label;
}

/** `actual`, which needs no word, and what does. */
export function standing(factuality) {
  return factuality === "actual" ? "" : factuality;
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** `Swahili` */
export function languageName(code) {
  try {
    return languageNames.of(code);
  } catch {
    return code;  // Articles may say anything.
  }
}
