#include <habari/core/confidence_cut.hpp>
#include <habari/core/document.hpp>
#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>

namespace habari {
namespace {

Span find(const std::string& text, const std::string& part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

Document sample() {
  Document document;
  Article& article = document.article;
  document.reader = "accurate 0a1b2c3d";
  article.id = "a1";
  article.language = "sw";
  article.date = Date(2024, 5, 15);
  article.title = "Mkutano";
  article.url = "https://example.org/a?b=\"c\"";
  article.text = "“Asha” 😀 alisema Jumatano.\nLine\ttwo \\ \"quoted\"";
  document.entities.push_back({find(article.text, "Asha"), EntityKind::person, "person/asha", "Asha", ""});
  Event event;
  event.trigger = find(article.text, "alisema");
  event.lemma = "sema";
  event.label = "say";
  event.type = EventType::statement;
  event.factuality = Factuality::negated;
  event.source = Source{find(article.text, "Asha"), "person/asha"};
  event.args.push_back(
      {Role::time, find(article.text, "Jumatano"), find(article.text, "alisema Jumatano"), "", "2024-05-15", {}});
  event.args.push_back({Role::content, event.trigger, event.trigger, "", "", 0});
  event.args.back().confidence = 0.625;
  event.sentence = {0, event.trigger.end};
  event.confidence = 0.75;
  event.rule = "verb:sema";
  document.events.push_back(event);
  document.relations.push_back({find(article.text, "Asha"), find(article.text, "Line"), find(article.text, "two"),
                                "person/asha", "", "line", 0.5});
  return document;
}

TEST(Document, ReadsBackWhatItWrites) {
  const Document written = sample();
  const std::string json = to_json(written);
  const Document read = parse_document(json);
  EXPECT_EQ(read.article.text, written.article.text);
  EXPECT_EQ(read.article.url, written.article.url);
  EXPECT_EQ(read.article.date, written.article.date);
  EXPECT_EQ(read.reader, written.reader);
  EXPECT_EQ(read.entities, written.entities);
  EXPECT_EQ(read.events, written.events);
  EXPECT_EQ(read.relations, written.relations);
  EXPECT_EQ(to_json(read), json);
}

TEST(Document, KeepsEveryDigitOfAConfidence) {
  Document document = sample();
  for (const double confidence : {0.0, 1.0, 0.333333, 0.005, 1e-300, 0.262867663918929, 0.1 + 0.2}) {
    document.events[0].confidence = confidence;
    const std::string json = to_json(document);
    EXPECT_EQ(parse_document(json).events[0].confidence, confidence) << json;
  }
  document.events[0].confidence = 0.29;
  EXPECT_NE(to_json(document).find("\"confidence\":0.29,"), std::string::npos);
  document.events[0].confidence = 1;
  EXPECT_NE(to_json(document).find("\"confidence\":1.0,"), std::string::npos);
}

TEST(Document, ReadsNumbersHoweverTheyAreWritten) {
  const std::string json = to_json(sample());
  const auto confidence = [&](const std::string& written) {
    std::string changed = json;
    changed.replace(changed.find("0.75"), 4, written);
    return parse_document(changed).events[0].confidence;
  };
  for (const char* zero : {"0", "-0", "0e300", "0.0E-300", "0e0", "0.00000000000000000000000000000", "-0.0e+10"}) {
    EXPECT_EQ(confidence(zero), 0.0) << zero;
  }
  EXPECT_EQ(confidence("0.00000000000000000000000000001e28"), 0.1);
  EXPECT_EQ(confidence("1"), 1.0);
  EXPECT_EQ(confidence("10000000000000000000000e-22"), 1.0);
  EXPECT_THROW(confidence("1" + std::string(400, '0')), Error);
}

TEST(Document, RefusesToWriteAConfidenceThatIsNone) {
  for (const double confidence : {-0.01, 1.01, 1e300, std::nan("")}) {
    Document document = sample();
    document.events[0].confidence = confidence;
    EXPECT_THROW(to_json(document), std::invalid_argument) << confidence;
    document = sample();
    document.events[0].args[0].confidence = confidence;
    EXPECT_THROW(to_json(document), std::invalid_argument) << confidence;
  }
}

TEST(Document, TakesAnArgumentWithoutAConfidenceForSure) {
  std::string json = to_json(sample());
  const std::string written = ",\"confidence\":0.625";
  json.erase(json.find(written), written.size());
  EXPECT_EQ(parse_document(json).events[0].args[1].confidence, 1.0);
}

TEST(Document, WritesATraceAndDoesNotReadIt) {
  Document document = sample();
  const std::string plain = to_json(document);
  document.events[0].args[0].trace = Trace{"adverb", "languages/sw/lexicon/adverbs.tsv:4", {{"any", 1}, {"path", 0.5}}};
  const std::string traced = to_json(document);
  EXPECT_NE(traced.find(R"("trace":{"rule":"adverb","row":"languages/sw/lexicon/adverbs.tsv:4",)"
                        R"("evidence":{"any":1,"path":0.5}})"),
            std::string::npos)
      << traced;
  EXPECT_EQ(to_json(parse_document(traced)), plain);
}

TEST(Document, DropsWhatIsLessSureAndKeepsContentsInPlace) {
  Document document = sample();
  Event doubtful = document.events[0];
  doubtful.confidence = 0.4;
  doubtful.args.clear();
  document.events.insert(document.events.begin(), doubtful);
  document.events.push_back(doubtful);
  Event& saying = document.events[1];
  saying.args[1].event = 1;
  saying.args.push_back(saying.args[1]);
  saying.args[2].event = 2;
  drop_below(document, 0.75);
  ASSERT_EQ(document.events.size(), 1u);
  EXPECT_EQ(document.events[0].args.size(), 1u);  // The time; the content is less sure, and the other's event is gone.
  EXPECT_TRUE(document.relations.empty());
  document = sample();
  drop_below(document, 0.6);
  ASSERT_EQ(document.events[0].args.size(), 2u);
  EXPECT_EQ(document.events[0].args[1].event, 0u);
}

TEST(Document, CountsOffsetsInCodePoints) {
  EXPECT_NE(to_json(sample()).find(R"("trigger":{"begin":9,"end":16,"text":"alisema"})"), std::string::npos)
      << to_json(sample());
}

TEST(Document, SaysWhatIsWrongWithAFile) {
  const auto message = [](std::string json) -> std::string {
    try {
      parse_document(json);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  };
  const std::string json = to_json(sample());
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = json;
    changed.replace(changed.find(from), from.size(), to);
    return changed;
  };
  EXPECT_EQ(message(with("habari/document/2", "habari/document/9")),
            "schema is \"habari/document/9\", expected \"habari/document/2\"");
  EXPECT_EQ(message(with("STATEMENT", "STATING")), "\"type\" is \"STATING\", none of its closed set");
  EXPECT_EQ(message(with("\"begin\":9,\"end\":16", "\"begin\":9,\"end\":999")),
            "offsets 9 to 999 lie outside the text");
  EXPECT_EQ(message(with("\"begin\":9,\"end\":16", "\"begin\":9,\"end\":3")), "\"end\" 3 lies before \"begin\" 9");
  EXPECT_EQ(message(with("\"event\":0", "\"event\":4")), "an argument's \"event\" is 4, the document has 1 events");
  EXPECT_EQ(message(with("2024-05-15", "2024-15-05")), "\"date\" is \"2024-15-05\", expected YYYY-MM-DD");
  EXPECT_EQ(message(with("0.75", "-1")), "\"confidence\" is -1, expected 0 to 1");
  EXPECT_EQ(message(with("0.5", "1e9")), "\"confidence\" is 1e+09, expected 0 to 1");
  EXPECT_EQ(message(with("0.75", "1e300")), "\"confidence\" is 1e+300, expected 0 to 1");
  EXPECT_EQ(message(with("0.625", "-1")), "\"confidence\" is -1, expected 0 to 1");
  EXPECT_TRUE(message(json.substr(0, json.size() / 2)).starts_with("malformed JSON at byte "));
  EXPECT_EQ(message("[]"), "a document is a JSON object");
}

TEST(Document, AnyCutOfItIsAnErrorAndNoCrash) {
  const std::string json = to_json(sample());
  for (std::size_t length = 0; length < json.size(); ++length) {
    EXPECT_THROW(parse_document(json.substr(0, length)), Error) << length;
  }
}

TEST(Document, KeepsQuantities) {
  Document document = sample();
  const Span words = find(document.article.text, "Jumatano");
  document.events[0].quantity = Quantity{12.5, "percent", QuantityBound::exact, words};
  document.events[0].args[0].quantity = Quantity{3e9, "", QuantityBound::at_least, words};
  const std::string json = to_json(document);
  EXPECT_NE(json.find("\"quantity\":{\"value\":12.5,\"unit\":\"percent\",\"begin\":"), std::string::npos) << json;
  EXPECT_NE(json.find("\"quantity\":{\"value\":3000000000,\"bound\":\"at least\",\"begin\":"), std::string::npos)
      << json;
  EXPECT_EQ(parse_document(json).events, document.events);
}

TEST(Document, RefusesAQuantityThatIsNone) {
  const auto failure = [](const std::string& quantity) -> std::string {
    std::string json = to_json(sample());
    json.insert(json.find("\"confidence\":"), "\"quantity\":" + quantity + ",");
    try {
      parse_document(json);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(failure("{\"value\":3,\"begin\":0,\"end\":2}"), "");
  EXPECT_EQ(failure("{\"value\":\"3\",\"begin\":0,\"end\":2}"), "a quantity's \"value\" is no number");
  EXPECT_EQ(failure("{\"value\":1e300,\"begin\":0,\"end\":2}"), "a quantity's \"value\" is beyond 1e18");
  EXPECT_EQ(failure("{\"value\":3,\"bound\":\"some\",\"begin\":0,\"end\":2}"),
            "\"bound\" is \"some\", none of its closed set");
  EXPECT_EQ(failure("{\"value\":3,\"begin\":0,\"end\":900}"), "offsets 0 to 900 lie outside the text");
  EXPECT_EQ(failure("{\"begin\":0,\"end\":2}"), "\"value\" is missing");
}

}  // namespace
}  // namespace habari
