"""Asks a language model what an article says, and keeps only what stands in it.

usage: ground_with_model.py --endpoint URL --model NAME [--key-file FILE] ARTICLE...

URL is the base of an OpenAI-compatible service, often one of this machine (http://localhost:8080/v1). Nothing is asked
before you name one; the articles' texts go to it, and nowhere else. Prints each statement with what became of it.
"""

import argparse
import json
import pathlib
import urllib.request

import habari

PROMPT = """List what this news article says happened, as a JSON array. Each element is an object with the members
"subject", "relation" (a verb), "object", and "evidence" (the words of the article that say it, copied exactly); where
the article says them also "time", "place" and "source" (whose word it is). No other text.

"""


def ask(endpoint: str, model: str, key: str, text: str) -> str:
    """What the model answers."""
    body = {"model": model, "temperature": 0, "messages": [{"role": "user", "content": PROMPT + text}]}
    request = urllib.request.Request(endpoint.rstrip("/") + "/chat/completions", json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if key:
        request.add_header("Authorization", f"Bearer {key}")
    with urllib.request.urlopen(request, timeout=300) as answer:
        return json.load(answer)["choices"][0]["message"]["content"]


def statements_in(answer: str) -> list[dict]:
    """The array in the answer, whatever stands around it; what is no statement is left out."""
    begin, end = answer.find("["), answer.rfind("]")
    try:
        found = json.loads(answer[begin : end + 1])
    except json.JSONDecodeError:
        return []
    return [one for one in found if isinstance(one, dict) and one.get("relation") and (one.get("subject") or one.get("object"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--key-file", type=pathlib.Path)
    parser.add_argument("articles", nargs="+")
    arguments = parser.parse_args()
    key = arguments.key_file.read_text().strip() if arguments.key_file else ""
    for article in habari.read(*arguments.articles):
        said = statements_in(ask(arguments.endpoint, arguments.model, key, article.text))
        for one in habari.ground(article, said, extractor=arguments.model).statements:
            parts = " – ".join(str(one.statement.get(part, "")) for part in ("subject", "relation", "object"))
            print(f"{one.outcome}: {parts}", *one.reasons, sep="\n    ")


if __name__ == "__main__":
    main()
