// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/plain_words.h"

#include <algorithm>
#include <utility>

#include "domain/ports.h"
#include "storage/day_words.h"
#include "storage/exchange_json.h"

namespace footbridge::storage {
namespace {

std::shared_ptr<const Exercise> exerciseIn(Catalog* catalog, const ExerciseId& id) {
  if (!catalog) return nullptr;
  if (auto found = catalog->exercise(id)) return std::move(found).value();
  auto look = catalog->weeklyLook();
  return look && look.value()->id == id ? std::move(look).value() : nullptr;
}

Worded worded(std::string kind, std::string about, WordedLines lines, bool isGuess = false) {
  Worded made{std::move(kind), std::move(about)};
  if (!lines.empty()) made.passages.push_back({{}, {}, isGuess, std::move(lines)});
  return made;
}

}  // namespace

PlainWords::PlainWords(std::span<const Entry> entries, std::span<const Partner> partners, Catalog* catalog)
    : m_partners(partners), m_people(partners), m_agreements(entries), m_catalog(catalog) {
  std::map<ExerciseId, std::shared_ptr<const Exercise>> read;
  for (const Entry& entry : entries) {
    if (const auto* viewing = std::get_if<Viewing>(&entry.body)) m_viewings.emplace(entry.id, viewing->title);
    const auto* const lane = std::get_if<LaneEvent>(&entry.body);
    const auto* const begun = lane ? std::get_if<Begun>(&lane->event) : nullptr;
    if (!begun) continue;
    const auto [at, isNew] = read.try_emplace(begun->exercise);
    if (isNew) at->second = exerciseIn(catalog, begun->exercise);
    m_sittings.insert_or_assign(lane->sitting, Kind{at->second, begun->about});
  }
}

People PlainWords::peopleOf(const Entry& entry) const {
  const auto owner = std::ranges::find(m_partners, ownerOf(entry.vault), &Partner::id);
  if (!entry.ofBefore || owner == m_partners.end()) return m_people;
  return People(std::span(owner, 1));
}

const Exercise* PlainWords::exerciseOf(SittingId sitting) const {
  const auto found = m_sittings.find(sitting);
  return found == m_sittings.end() ? nullptr : found->second.exercise.get();
}

std::string PlainWords::titleOf(SittingId sitting) const {
  const auto found = m_sittings.find(sitting);
  if (found == m_sittings.end()) return {};
  const Kind& kind = found->second;
  std::string title = kind.exercise ? kind.exercise->title : "An exercise that is no longer here";
  const auto viewing = kind.about ? m_viewings.find(*kind.about) : m_viewings.end();
  if (viewing != m_viewings.end()) title += " (from watching “" + viewing->second + "”)";
  return title;
}

PlainWords::View PlainWords::viewOf(const People& people, SittingId sitting, const StepId& step,
                                    PartnerId writer) const {
  View view{sitting, nullptr, nullptr, {}, false};
  const Exercise* const exercise = exerciseOf(sitting);
  view.step = exercise ? exercise->find(step) : nullptr;
  if (!view.step) {
    if (exercise) view.question = "From an earlier version";
    return view;
  }
  view.question = people.said(view.step->heading(), writer);
  const auto* const guess = std::get_if<GuessStep>(&view.step->form);
  view.isGuess = guess != nullptr;
  view.form = guess ? exercise->find(guess->about) : view.step;
  return view;
}

WordedLines PlainWords::linesOf(const People& people, const Answer& answer, const View& view, PartnerId writer) const {
  const PartnerId reader = view.isGuess ? people.readerOfGuess(writer) : writer;
  return answerWords(answer, {view.sitting, view.form, reader}, people, m_agreements);
}

std::string PlainWords::cardText(const DrawnCard& drawn) const {
  const auto deck = m_catalog ? m_catalog->deck(drawn.deck) : Result<std::shared_ptr<const Deck>>(Error{});
  if (!deck) return "A card that is gone";
  const auto card = std::ranges::find((*deck)->cards, drawn.card, &Card::id);
  return (*deck)->title + ": " + (card == (*deck)->cards.end() ? "a card that is gone" : card->text);
}

Worded PlainWords::ofViewing(const People& people, const Viewing& viewing) const {
  WordedLines lines;
  std::string facts = "Suggested by " + people.name(viewing.suggestedBy);
  if (viewing.seen)
    facts += " · seen on " + dayWords(*viewing.seen);
  else
    facts += viewing.added ? " · on the list since " + dayWords(*viewing.added) : std::string(" · on the list");
  addWords(lines, facts);
  for (const ViewingTalk& talk : viewing.talks) {
    WordedLines said;
    if (talk.card) addWords(said, people.said(cardText(*talk.card), PartnerId::A));
    addWords(said, talk.text);
    if (said.empty()) continue;
    if (talk.when) lines.push_back({"On " + dayWords(*talk.when) + ':'});
    lines.insert(lines.end(), said.begin(), said.end());
  }
  return worded(viewing.seen ? "watched" : "to watch", viewing.title, std::move(lines));
}

/// Each line under the question it answers, and with the name of who opened it.
Worded PlainWords::ofOpened(const People& people, SittingId sitting, const Revealed& revealed) const {
  Worded all{"opened", viewOf(people, sitting, revealed.reveal, PartnerId::A).question};
  const OpenedLine* before = nullptr;
  for (const OpenedLine& opened : revealed.lines) {
    View view = viewOf(people, sitting, opened.line.step, opened.writer);
    WordedLines lines = linesOf(people, opened.answer, view, opened.writer);
    if (lines.empty()) continue;
    const bool goesOn = before && before->writer == opened.writer && before->line.step == opened.line.step;
    before = &opened;
    if (!goesOn) all.passages.push_back({std::move(view.question), opened.writer, view.isGuess, {}});
    WordedLines& to = all.passages.back().lines;
    to.insert(to.end(), lines.begin(), lines.end());
  }
  return all;
}

Worded PlainWords::ofEvent(const Entry& entry, const LaneEvent& lane) const {
  const People people = peopleOf(entry);
  if (const auto* revealed = std::get_if<Revealed>(&lane.event)) return ofOpened(people, lane.sitting, *revealed);
  const auto* const answered = std::get_if<Answered>(&lane.event);
  if (!answered) return {};
  const PartnerId writer = entry.author.value_or(PartnerId::A);
  View view = viewOf(people, lane.sitting, answered->step, writer);
  WordedLines lines = linesOf(people, answered->answer, view, writer);
  return worded("answer", std::move(view.question), std::move(lines), view.isGuess);
}

Worded PlainWords::of(const Entry& entry) const {
  if (const auto* lane = std::get_if<LaneEvent>(&entry.body)) return ofEvent(entry, *lane);
  if (const auto* agreement = std::get_if<Agreement>(&entry.body))
    return worded("agreement", {}, agreementWords(*agreement, true, peopleOf(entry)));
  if (const auto* viewing = std::get_if<Viewing>(&entry.body)) return ofViewing(peopleOf(entry), *viewing);
  WordedLines lines;
  addWords(lines, std::get<Note>(entry.body).text);
  return worded("note", {}, std::move(lines));
}

const Entry* PlainWords::agreementToldBy(const Entry& entry) const {
  const auto* const lane = std::get_if<LaneEvent>(&entry.body);
  const auto* const answered = lane ? std::get_if<Answered>(&lane->event) : nullptr;
  const auto* const agreed = answered ? std::get_if<AgreedAnswer>(&answered->answer) : nullptr;
  return agreed && agreed->agreement ? m_agreements.madeOf(lane->sitting, *agreed->agreement) : nullptr;
}

std::string localTime(Moment moment) {
  const LocalTime local = inLocalTime(moment);
  return footbridge::toText(local.day) + ' ' + clockText(local);
}

}  // namespace footbridge::storage
