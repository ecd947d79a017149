// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/entry_text.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <ostream>
#include <string>

#include "cli/entry_json.h"
#include "cli/visible_text.h"

namespace footbridge::cli {
namespace {

std::string nameOf(PartnerId id, std::span<const Partner> partners) {
  const auto found = std::ranges::find(partners, id, &Partner::id);
  return found == partners.end() ? toText(id) : visibleLine(found->name.text());
}

std::string localTime(Moment moment) {
  const std::time_t seconds =
      std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::system_clock::duration>(moment));
  std::array<char, 32> text{};
  const std::tm* const local = std::localtime(&seconds);
  if (local == nullptr || std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", local) == 0) return toText(moment);
  return text.data();
}

void addLine(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string words(const Agreement& agreement, std::span<const Partner> partners) {
  std::string text = agreement.what;
  std::string around = agreement.who == AgreementWho::Both
                           ? "both"
                           : nameOf(agreement.who == AgreementWho::A ? PartnerId::A : PartnerId::B, partners);
  if (!agreement.when.empty()) around += ", " + agreement.when;
  if (agreement.review) around += ", to look back on " + toText(*agreement.review);
  addLine(text, around + " (" + toText(agreement.state) + ")");
  return text;
}

std::string words(std::monostate, std::span<const Partner>) {
  return {};
}
std::string words(const WrittenAnswer& answer, std::span<const Partner>) {
  return answer.text;
}
std::string words(const RatedAnswer& answer, std::span<const Partner>) {
  std::string text;
  for (const Rating& rating : answer.ratings) {
    addLine(text,
            rating.item.text() + ": " + (rating.score ? std::to_string(rating.score->mark()) : "did not come up"));
  }
  return text;
}
std::string words(const ChosenAnswer& answer, std::span<const Partner>) {
  std::string text;
  for (const CardId& card : answer.cards) text += (text.empty() ? "" : ", ") + card.text();
  return text;
}
std::string words(const AskAnswer& answer, std::span<const Partner>) {
  std::string text = answer.happened;
  addLine(text, answer.feel);
  addLine(text, answer.help);
  return text;
}
std::string words(const MoveAnswer& answer, std::span<const Partner>) {
  std::string text = answer.when;
  addLine(text, answer.does);
  addLine(text, answer.inside);
  return text;
}
std::string words(const AgreedAnswer& answer, std::span<const Partner> partners) {
  return answer.agreement ? words(*answer.agreement, partners) : "";
}
std::string words(const ReviewedAnswer& answer, std::span<const Partner>) {
  std::string text;
  for (const auto& [id, state] : answer.outcomes) addLine(text, std::to_string(id.number()) + ": " + toText(state));
  return text;
}
std::string words(const CloseAnswer& answer, std::span<const Partner>) {
  std::string text;
  for (const auto* side : {&answer.heard, &answer.appreciated}) {
    for (const std::string& line : *side) addLine(text, line);
  }
  return text;
}
std::string words(const Answer& answer, std::span<const Partner> partners) {
  return std::visit([partners](const auto& one) { return words(one, partners); }, answer);
}

/// What an entry is, and what it says; nothing where it says nothing.
struct Shown {
  std::string title;
  std::string text;
};

Shown shownEvent(const SittingEvent& event, std::span<const Partner> partners) {
  if (const auto* begun = std::get_if<Begun>(&event)) return {"sitting", "begun: " + begun->exercise.text()};
  if (const auto* answered = std::get_if<Answered>(&event))
    return {answered->step.text(), words(answered->answer, partners)};
  const auto* revealed = std::get_if<Revealed>(&event);
  if (revealed == nullptr) return {};
  Shown shown{revealed->reveal.text(), {}};
  for (const OpenedLine& line : revealed->lines)
    addLine(shown.text, nameOf(line.writer, partners) + ": " + words(line.answer, partners));
  return shown;
}

Shown shownBody(const EntryBody& body, std::span<const Partner> partners) {
  if (const auto* note = std::get_if<Note>(&body)) return {"note", note->text};
  if (const auto* agreement = std::get_if<Agreement>(&body)) return {"agreement", words(*agreement, partners)};
  return shownEvent(std::get<LaneEvent>(body).event, partners);
}

void printIndented(std::ostream& out, const std::string& text) {
  out << "    ";
  for (const char c : text) {
    out << c;
    if (c == '\n') out << "    ";
  }
  out << '\n';
}

}  // namespace

void printEntries(std::ostream& out, std::span<const Entry> entries, std::span<const Partner> partners) {
  bool first = true;
  for (const Entry& entry : entries) {
    const Shown shown = shownBody(entry.body, partners);
    if (shown.text.empty()) continue;
    if (!first) out << '\n';
    first = false;
    out << localTime(entry.made) << "  " << (entry.vault == VaultId::Ours ? "ours" : "own") << "  "
        << (entry.author ? nameOf(*entry.author, partners) : "both") << "  " << shown.title << '\n';
    printIndented(out, visibleText(shown.text));
  }
}

}  // namespace footbridge::cli
