// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/step_parser.h"

#include <algorithm>

namespace footbridge::content {
namespace {

RateItem parseItem(const Json& json) {
  return {idAt<ItemId>(json, "id"),
          textAt(json, "text"),
          textAt(json, "low"),
          textAt(json, "high"),
          truthAt(json, "mayNotComeUp"),
          truthAt(json, "private"),
          truthAt(json, "shortForm", true)};
}

RateStep parseRate(const Json& json) {
  RateStep rate{listAt(json, "items", parseItem), {}};
  std::vector<std::string> labels = textsAt(json, "scale");
  assert(labels.size() == rate.scaleLabels.size());
  std::move(labels.begin(), labels.end(), rate.scaleLabels.begin());
  return rate;
}

RevealStep parseReveal(const Json& json) {
  return {listAt(json, "opens", [](const Json& name) {
    const auto id = StepId::from(name.get<std::string>());
    assert(id);
    return *id;
  })};
}

SettleStep parseSettle(const Json& json) {
  const SettleStep usual;
  return {wholeAt(json, "breaths", usual.breaths), wholeAt(json, "secondsIn", usual.secondsIn),
          wholeAt(json, "secondsOut", usual.secondsOut)};
}

}  // namespace

Card parseCard(const Json& json) {
  return {idAt<CardId>(json, "id"), textAt(json, "text"), textAt(json, "note")};
}

Step StepParser::parse(const Json& json, const std::string& place) {
  const auto kind = parseStepKind(textAt(json, "kind"));
  assert(kind);
  return {idAt<StepId>(json, "id"), textAt(json, "who") == "each" ? StepFor::Each : StepFor::Both,
          textAt(json, "title"),    textAt(json, "text"),
          textAt(json, "outline"),  wholeAt(json, "minutes"),
          truthAt(json, "private"), textsAt(json, "starters"),
          form(*kind, json, place), textAt(json, "caption")};
}

StepForm StepParser::form(StepKind kind, const Json& json, const std::string& place) {
  switch (kind) {
    case StepKind::Read:
      return ReadStep{textsAt(json, "paragraphs")};
    case StepKind::Settle:
      return parseSettle(json);
    case StepKind::Rate:
      return parseRate(json);
    case StepKind::Choose:
      return choose(json, place);
    case StepKind::Guess:
      return GuessStep{idAt<StepId>(json, "about")};
    case StepKind::Write:
      return WriteStep{};
    case StepKind::Reveal:
      return parseReveal(json);
    case StepKind::Speak:
      return SpeakStep{wholeAt(json, "seconds"), wholeAt(json, "rounds", 1), textsAt(json, "prompts")};
    case StepKind::Reflect:
      return ReflectStep{};
    case StepKind::Ask:
      return AskStep{textAt(json, "happenedHint"), textAt(json, "feelHint"), textAt(json, "helpHint")};
    case StepKind::Loop:
      return LoopStep{};
    case StepKind::Agree:
      return AgreeStep{truthAt(json, "review"), textsAt(json, "suggestions"), wholeAt(json, "lookBack", 7)};
    case StepKind::Close:
      break;
  }
  return CloseStep{};
}

ChooseStep StepParser::choose(const Json& json, const std::string& place) {
  ChooseStep step{{}, wholeAt(json, "least", 1), wholeAt(json, "most", 1), truthAt(json, "ranked")};
  if (!json.contains("deck")) {
    step.cards = listAt(json, "cards", parseCard);
    return step;
  }
  const auto id = idAt<DeckId>(json, "deck");
  if (auto deck = m_findDeck(id)) {
    step.cards = std::move(deck->cards);
    step.wheel = std::move(deck->wheel);
  } else {
    m_problems.push_back({Rule::DeckUnknown, m_file, place + "/deck", id.text()});
  }
  return step;
}

}  // namespace footbridge::content
