// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/answer_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "domain/text.h"
#include "storage/day_words.h"

namespace footbridge::storage {
namespace {

constexpr std::string_view kApart = " · ";

template <typename Thing, typename Id>
const Thing* thingIn(const std::vector<Thing>& things, const Id& id) {
  const auto found = std::ranges::find(things, id, &Thing::id);
  return found == things.end() ? nullptr : &*found;
}

/// As it stands inside a sentence: "Very true" is "very true", and "I" stays.
std::string inside(std::string words) {
  const bool isI = words.starts_with("I ") || words.starts_with("I’") || words.starts_with("I'") || words == "I";
  if (!isI && !words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string_view outcomeWord(AgreementState state) {
  switch (state) {
    case AgreementState::Kept:
      return "Kept";
    case AgreementState::Changed:
      return "Changed";
    case AgreementState::Dropped:
      return "Let go";
    case AgreementState::Open:
      break;
  }
  return "Still open";
}

/// On a scale with ends of its own, by the end that is nearer.
std::string nearerEnd(const std::string& low, const std::string& high, int mark) {
  const int fromMiddle = 2 * mark - Score::kLowest - Score::kHighest;
  if (fromMiddle == 0) return "in between";
  const std::string end = inside(fromMiddle < 0 ? low : high);
  const bool isEnd = mark == Score::kLowest || mark == Score::kHighest;
  return isEnd || end.empty() ? end : "nearer to “" + end + "”";
}

/// The lines of one answer.
class Lines {
 public:
  Lines(const AnswerPlace& place, const People& people, const KnownAgreements& agreements)
      : m_place(place), m_people(people), m_agreements(agreements) {}

  WordedLines of(const Answer& answer) {
    std::visit([this](const auto& one) { add(one); }, answer);
    return std::move(m_lines);
  }

 private:
  void words(std::string_view label, const std::string& text) {
    if (!trimmed(text).empty()) addWords(m_lines, std::string(label) + ": " + std::string(trimmed(text)));
  }
  void add(std::monostate) {}
  void add(const WrittenAnswer& answer) { addWords(m_lines, answer.text); }
  void add(const AskAnswer& answer) {
    words("What it is about", answer.happened);
    words("What I feel", answer.feel);
    words("What would help", answer.help);
    if (!m_lines.empty()) m_lines.push_back({"A no is okay."});
  }
  void add(const MoveAnswer& answer) {
    words("When I see or hear", answer.when);
    words("What I do", answer.does);
    words("Underneath", answer.inside);
  }
  void add(const AgreedAnswer& answer) {
    if (!answer.agreement) return;
    const Entry* const made = m_agreements.madeOf(m_place.sitting, *answer.agreement);
    m_lines = agreementWords(made ? std::get<Agreement>(made->body) : *answer.agreement, made != nullptr, m_people);
  }
  void add(const CloseAnswer& answer) {
    for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
      const std::size_t at = who == PartnerId::A ? 0 : 1;
      words(m_people.name(who) + " heard", answer.heard.at(at));
      words(m_people.name(who) + " appreciated", answer.appreciated.at(at));
    }
  }
  void add(const ChosenAnswer& answer) {
    const auto* const choose = m_place.form ? std::get_if<ChooseStep>(&m_place.form->form) : nullptr;
    const bool isRanked = choose && choose->ranked && answer.cards.size() > 1;
    std::size_t rank = 0;
    for (const CardId& id : answer.cards) {
      const Card* const card = choose ? thingIn(choose->cards, id) : nullptr;
      const std::string text = card ? said(card->text) : "A card that is gone";
      ++rank;
      addWords(m_lines, isRanked ? std::to_string(rank) + ". " + text : text);
    }
  }
  void add(const RatedAnswer& answer) {
    for (const Rating& rating : answer.ratings) {
      const std::optional<int> mark = rating.score ? std::optional(rating.score->mark()) : std::nullopt;
      m_lines.push_back({ratedText(rating.item, mark), mark});
    }
  }
  void add(const ReviewedAnswer& answer) {
    for (const auto& [id, state] : answer.outcomes) {
      const Agreement* const agreement = m_agreements.find(id);
      words(outcomeWord(state), agreement ? agreement->what : "a step that is no longer here");
    }
  }

  /// "I felt close: 4 · mostly true"; a question keeps its own mark.
  [[nodiscard]] std::string ratedText(const ItemId& id, std::optional<int> mark) const {
    const auto* const rate = m_place.form ? std::get_if<RateStep>(&m_place.form->form) : nullptr;
    const RateItem* const item = rate ? thingIn(rate->items, id) : nullptr;
    if (!item)
      return "A line that is gone: " +
             (mark ? std::to_string(*mark) + ", from 0 to 6" : std::string("did not come up"));
    std::string text = said(item->text);
    if (text.ends_with('.')) text.pop_back();
    return text + (text.ends_with('?') ? " " : ": ") + markText(*rate, *item, mark);
  }
  [[nodiscard]] std::string markText(const RateStep& rate, const RateItem& item, std::optional<int> mark) const {
    if (!mark) return "did not come up";
    const std::string word = scaleWord(rate, item, *mark);
    return std::to_string(*mark) +
           (word.empty() ? " of " + std::to_string(Score::kHighest) : std::string(kApart) + word);
  }
  /// What a mark means, in words: its own, or its neighbours'; empty where the scale has none.
  [[nodiscard]] std::string scaleWord(const RateStep& rate, const RateItem& item, int mark) const {
    if (!item.low.empty() || !item.high.empty()) return nearerEnd(said(item.low), said(item.high), mark);
    const auto wordAt = [&](int at) { return inside(said(rate.scaleLabels.at(static_cast<std::size_t>(at / 2)))); };
    if (mark % 2 == 0) return wordAt(mark);
    const std::string below = wordAt(mark - 1), above = wordAt(mark + 1);
    return below.empty() || above.empty() ? std::string() : "between " + below + " and " + above;
  }
  [[nodiscard]] std::string said(const std::string& text) const { return m_people.said(text, m_place.reader); }

  const AnswerPlace& m_place;
  const People& m_people;
  const KnownAgreements& m_agreements;
  WordedLines m_lines;
};

/// The same words for the same people: what is not changed when somebody marks what became of it.
bool saysTheSame(Agreement one, const Agreement& other) {
  one.state = other.state;
  one.from = other.from;
  return one == other;
}

}  // namespace

void addWords(WordedLines& lines, const std::string& text) {
  std::vector<std::string_view> all;
  std::string_view rest = text;
  while (true) {
    const std::size_t end = rest.find('\n');
    all.push_back(rest.substr(0, end));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  const auto isBlank = [](std::string_view line) { return trimmed(line).empty(); };
  while (!all.empty() && isBlank(all.back())) all.pop_back();
  const auto first = std::ranges::find_if_not(all, isBlank);
  for (auto line = first; line != all.end(); ++line) lines.push_back({std::string(*line)});
}

KnownAgreements::KnownAgreements(std::span<const Entry> entries) {
  for (const Entry& entry : entries) {
    if (std::holds_alternative<Agreement>(entry.body)) m_entries.try_emplace(entry.id, &entry);
  }
}

const Agreement* KnownAgreements::find(EntryId id) const {
  const auto found = m_entries.find(id);
  return found == m_entries.end() ? nullptr : &std::get<Agreement>(found->second->body);
}

const Entry* KnownAgreements::madeOf(SittingId sitting, const Agreement& agreed) const {
  for (const auto& [id, entry] : m_entries) {
    const auto& agreement = std::get<Agreement>(entry->body);
    if (agreement.from == sitting && !entry->conflict && saysTheSame(agreed, agreement)) return entry;
  }
  return nullptr;
}

WordedLines agreementWords(const Agreement& agreement, bool isStateKnown, const People& people) {
  WordedLines lines;
  addWords(lines, agreement.what);
  std::string around;
  const auto add = [&around](std::string words) {
    if (around.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    around.append(around.empty() ? "" : kApart).append(words);
  };
  // Whoever is alone agreed with nobody else.
  if (agreement.who != AgreementWho::Both || !people.isOne()) add(people.name(agreement.who));
  if (!trimmed(agreement.when).empty()) add(std::string(trimmed(agreement.when)));
  if (agreement.review) add("to look back on " + dayWords(*agreement.review));
  if (isStateKnown) add(inside(std::string(outcomeWord(agreement.state))));
  addWords(lines, around);
  return lines;
}

WordedLines answerWords(const Answer& answer, const AnswerPlace& place, const People& people,
                        const KnownAgreements& agreements) {
  return Lines(place, people, agreements).of(answer);
}

}  // namespace footbridge::storage
