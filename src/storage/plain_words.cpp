// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/plain_words.h"

#include <algorithm>
#include <utility>

#include "domain/ports.h"
#include "storage/exchange_json.h"

namespace footbridge::storage {
namespace {

using Texts = std::vector<std::string>;

void addLines(Texts& lines, const std::string& text) {
  if (text.empty()) return;
  std::size_t from = 0;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', from)) {
    lines.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  lines.push_back(text.substr(from));
}

std::shared_ptr<const Exercise> exerciseIn(Catalog* catalog, const ExerciseId& id) {
  if (!catalog) return nullptr;
  if (auto found = catalog->exercise(id)) return std::move(found).value();
  auto look = catalog->weeklyLook();
  return look && look.value()->id == id ? std::move(look).value() : nullptr;
}

/// A guess is given in the form of the step it is about.
const Step* formOf(const Exercise& exercise, const Step* step) {
  const auto* const guess = step ? std::get_if<GuessStep>(&step->form) : nullptr;
  return guess ? exercise.find(guess->about) : step;
}

template <typename Things, typename Id>
std::string textAmong(const Things& things, const Id& id) {
  const auto found = std::ranges::find_if(things, [&id](const auto& thing) { return thing.id == id; });
  return found == things.end() ? id.text() : found->text;
}

std::string orId(std::string text, const auto& id) {
  return text.empty() ? id.text() : std::move(text);
}

}  // namespace

/// The lines of one answer.
class PlainWords::Lines {
 public:
  Lines(const PlainWords& words, const View& view) : m_words(words), m_view(view) {}

  Texts of(const Answer& answer) {
    std::visit([this](const auto& one) { add(one); }, answer);
    return std::move(m_lines);
  }

 private:
  void add(std::monostate) {}
  void add(const WrittenAnswer& answer) { addLines(m_lines, answer.text); }
  void add(const AskAnswer& answer) {
    for (const auto* text : {&answer.happened, &answer.feel, &answer.help}) addLines(m_lines, *text);
  }
  void add(const MoveAnswer& answer) {
    for (const auto* text : {&answer.when, &answer.does, &answer.inside}) addLines(m_lines, *text);
  }
  void add(const AgreedAnswer& answer) {
    if (answer.agreement) m_lines = m_words.ofAgreement(*answer.agreement);
  }
  void add(const CloseAnswer& answer) {
    for (const auto* side : {&answer.heard, &answer.appreciated}) {
      for (const std::string& text : *side) addLines(m_lines, text);
    }
  }
  void add(const ChosenAnswer& answer) {
    const auto* const choose = m_view.step ? std::get_if<ChooseStep>(&m_view.step->form) : nullptr;
    for (const CardId& card : answer.cards)
      addLines(m_lines, named(choose ? textAmong(choose->cards, card) : card.text()));
  }
  void add(const RatedAnswer& answer) {
    const auto* const rate = m_view.step ? std::get_if<RateStep>(&m_view.step->form) : nullptr;
    for (const Rating& rating : answer.ratings) {
      const std::string line = rate ? textAmong(rate->items, rating.item) : rating.item.text();
      m_lines.push_back(named(line) + ": " + (rating.score ? std::to_string(rating.score->mark()) : "did not come up"));
    }
  }
  void add(const ReviewedAnswer& answer) {
    for (const auto& [entry, state] : answer.outcomes)
      m_lines.push_back("agreement " + std::to_string(entry.number()) + ": " + exchange::toText(state));
  }
  [[nodiscard]] std::string named(const std::string& text) const { return withNames(text, m_view.me, m_view.partner); }

  const PlainWords& m_words;
  const View& m_view;
  Texts m_lines;
};

PlainWords::PlainWords(std::span<const Entry> entries, std::span<const Partner> partners, Catalog* catalog)
    : m_partners(partners), m_catalog(catalog) {
  std::map<ExerciseId, std::shared_ptr<const Exercise>> read;
  for (const Entry& entry : entries) {
    if (const auto* viewing = std::get_if<Viewing>(&entry.body)) m_viewings.emplace(entry.id, viewing->title);
    const auto* const lane = std::get_if<LaneEvent>(&entry.body);
    const auto* const begun = lane ? std::get_if<Begun>(&lane->event) : nullptr;
    if (!begun) continue;
    const auto [at, isNew] = read.try_emplace(begun->exercise);
    if (isNew) at->second = exerciseIn(catalog, begun->exercise);
    m_sittings.insert_or_assign(lane->sitting, Kind{begun->exercise, at->second, begun->about});
  }
}

std::string PlainWords::who(std::optional<PartnerId> partner) const {
  if (!partner) return "both";
  const auto found = std::ranges::find(m_partners, *partner, &Partner::id);
  if (found == m_partners.end()) return exchange::toText(*partner);
  const bool isShared = m_partners.size() == 2 && m_partners[0].name == m_partners[1].name;
  return isShared ? found->name.text() + " (" + exchange::toText(found->colour) + ")" : found->name.text();
}

std::string PlainWords::where(VaultId vault) const {
  return vault == VaultId::Ours ? "ours" : who(ownerOf(vault));
}

std::string PlainWords::titleOf(SittingId sitting) const {
  const auto found = m_sittings.find(sitting);
  if (found == m_sittings.end()) return {};
  const Kind& kind = found->second;
  const auto viewing = kind.about ? m_viewings.find(*kind.about) : m_viewings.end();
  return (kind.exercise ? kind.exercise->title : kind.id.text()) +
         (viewing == m_viewings.end() ? std::string() : " (watch together: " + viewing->second + ")");
}

PlainWords::View PlainWords::viewOf(SittingId sitting, const StepId& step, std::optional<PartnerId> writer) const {
  View view;
  const PartnerId me = writer.value_or(PartnerId::A);
  view.me = who(me);
  view.partner = m_partners.size() == 2 ? who(otherOf(me)) : "";
  const auto found = m_sittings.find(sitting);
  if (found == m_sittings.end() || !found->second.exercise) return view;
  view.exercise = found->second.exercise.get();
  view.step = formOf(*view.exercise, view.exercise->find(step));
  return view;
}

std::string PlainWords::titleOf(const View& view, const StepId& step) const {
  const Step* const found = view.exercise ? view.exercise->find(step) : nullptr;
  return orId(found ? withNames(found->heading(), view.me, view.partner) : std::string(), step);
}

Texts PlainWords::ofAgreement(const Agreement& agreement) const {
  Texts lines;
  addLines(lines, agreement.what);
  std::string around = agreement.who == AgreementWho::Both
                           ? who(std::nullopt)
                           : who(agreement.who == AgreementWho::A ? PartnerId::A : PartnerId::B);
  if (!agreement.when.empty()) around += ", " + agreement.when;
  if (agreement.review) around += ", to look back on " + toText(*agreement.review);
  addLines(lines, around + " (" + exchange::toText(agreement.state) + ")");
  return lines;
}

std::string PlainWords::cardText(const DrawnCard& drawn) const {
  auto deck = m_catalog ? m_catalog->deck(drawn.deck) : Result<std::shared_ptr<const Deck>>(Error{ErrorKind::NotFound});
  if (!deck) return drawn.deck.text() + ": " + drawn.card.text();
  return (*deck)->title + ": " + textAmong((*deck)->cards, drawn.card);
}

Worded PlainWords::ofViewing(const Viewing& viewing) const {
  Worded worded{"viewing", viewing.title, {}};
  worded.lines.push_back("suggested by " + who(viewing.suggestedBy) +
                         (viewing.seen ? ", seen on " + toText(*viewing.seen) : ", not seen yet"));
  for (const ViewingTalk& talk : viewing.talks) {
    if (talk.card) addLines(worded.lines, cardText(*talk.card));
    addLines(worded.lines, talk.text);
  }
  return worded;
}

Worded PlainWords::ofEvent(const Entry& entry, const LaneEvent& lane) const {
  if (const auto* begun = std::get_if<Begun>(&lane.event)) {
    const std::string title = titleOf(lane.sitting);
    return {"sitting", {}, {"begun: " + (title.empty() ? begun->exercise.text() : title)}};
  }
  if (const auto* answered = std::get_if<Answered>(&lane.event)) {
    const View view = viewOf(lane.sitting, answered->step, entry.author);
    return {"answer", titleOf(view, answered->step), Lines(*this, view).of(answered->answer)};
  }
  const auto* const revealed = std::get_if<Revealed>(&lane.event);
  if (!revealed) return {};
  Worded worded{"opened", titleOf(viewOf(lane.sitting, revealed->reveal, entry.author), revealed->reveal), {}};
  for (const OpenedLine& opened : revealed->lines) {
    const View view = viewOf(lane.sitting, opened.line.step, opened.writer);
    for (std::string& line : Lines(*this, view).of(opened.answer))
      worded.lines.push_back(who(opened.writer) + ": " + std::move(line));
  }
  return worded;
}

Worded PlainWords::of(const Entry& entry) const {
  if (const auto* lane = std::get_if<LaneEvent>(&entry.body)) return ofEvent(entry, *lane);
  if (const auto* agreement = std::get_if<Agreement>(&entry.body)) return {"agreement", {}, ofAgreement(*agreement)};
  if (const auto* viewing = std::get_if<Viewing>(&entry.body)) return ofViewing(*viewing);
  Worded worded{"note", {}, {}};
  addLines(worded.lines, std::get<Note>(entry.body).text);
  return worded;
}

std::string localTime(Moment moment) {
  const LocalTime local = inLocalTime(moment);
  return footbridge::toText(local.day) + ' ' + clockText(local);
}

}  // namespace footbridge::storage
