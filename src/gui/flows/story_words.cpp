// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/story_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <map>

#include "gui/calendar.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/number_word.h"
#include "gui/steps/agreement_words.h"
#include "gui/steps/answer_lines.h"
#include "practice/today.h"

namespace footbridge::gui {
namespace {

using practice::StoryItem;

QString say(const char* text) {
  return QCoreApplication::translate("Story", text);
}
QString text(const std::string& words) {
  return QString::fromStdString(words);
}

QString goneTitle() {
  return say("An exercise that is no longer here");
}

StoryKind kindOf(practice::StoryKind kind) {
  return static_cast<StoryKind>(kind);
}
static_assert(static_cast<int>(StoryKind::Note) == static_cast<int>(practice::StoryKind::Note));

QString titleOf(const StoryItem& item, const Couple& couple) {
  switch (item.kind) {
    case practice::StoryKind::WeeklyLook:
      return say("Weekly look");
    case practice::StoryKind::Exercise:
      return item.title.empty() ? goneTitle() : text(item.title);
    case practice::StoryKind::Agreement:
      return say("You agreed");
    case practice::StoryKind::Appreciation:
      return item.author ? say("%1 appreciated").arg(couple.name(*item.author)) : say("Appreciated");
    case practice::StoryKind::Viewing:
      return text(item.title);
    case practice::StoryKind::Note:
      break;
  }
  return item.vault == VaultId::Ours ? say("A line for both") : say("A line just for me");
}

QString tintOfItem(const StoryItem& item) {
  if (item.practice) return QString::fromStdString(std::string(toText(*item.practice)));
  if (item.vault != VaultId::Ours) return look::tintOf(item.vault);
  if (item.kind == practice::StoryKind::Viewing) return QStringLiteral("ours");  // watched by both, whoever kept it
  return item.author ? look::tintOf(*item.author) : QStringLiteral("ours");
}

/// Their own words end as they like; ours end with one stop.
QString withStop(const QString& sentence) {
  static const QString ends = QStringLiteral(".!?…");
  return !sentence.isEmpty() && ends.contains(sentence.back()) ? sentence : sentence + QLatin1Char('.');
}

QString openedWords(const StoryItem& item) {
  if (item.opened == 0) return say("Nothing was opened.");
  if (item.opened == 1) return say("You opened one line together.");
  return say("You opened %1 lines together.").arg(numberWord(static_cast<int>(item.opened)));
}

/// "You opened three lines together. Next step: tea on Saturday."
QString lookLine(const StoryItem& item) {
  QStringList said{openedWords(item)};
  if (item.agreed && item.agreed->empty()) said << say("No step this week.");
  if (item.agreed && !item.agreed->empty()) said << withStop(say("Next step: %1").arg(text(*item.agreed)));
  return said.join(QLatin1Char(' '));
}

/// The step they agreed on, or else words of both: what one of them opened does not stand for the two.
QString exerciseLine(const StoryItem& item) {
  if (item.agreed && !item.agreed->empty()) return withStop(say("You agreed: %1").arg(text(*item.agreed)));
  return item.line.empty() ? openedWords(item) : text(item.line);
}

QString outcomeWord(AgreementState state) {
  switch (state) {
    case AgreementState::Kept:
      return say("Kept");
    case AgreementState::Changed:
      return say("Changed");
    case AgreementState::Dropped:
      return say("Let go");
    case AgreementState::Open:
      break;
  }
  return say("Still open");
}

/// Entries by their ids, since a story may be long.
class KnownEntries {
 public:
  explicit KnownEntries(std::span<const Entry> entries) {
    for (const Entry& entry : entries) m_byId.emplace(entry.id, &entry);
  }
  /// Null where it is not here any more, or is something else.
  template <typename Body>
  [[nodiscard]] const Body* find(EntryId id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : std::get_if<Body>(&found->second->body);
  }

 private:
  std::map<EntryId, const Entry*> m_byId;
};

/// What became of it comes first, which no narrow card cuts off: "Kept: tea on Saturday"
QString outcomeText(AgreementState state, const Agreement* agreement) {
  return say("%1: %2").arg(outcomeWord(state),
                           agreement != nullptr ? text(agreement->what) : say("a step that is no longer here"));
}

QString agreementLine(const StoryItem& item, const KnownEntries& entries) {
  const auto* id = std::get_if<EntryId>(&item.id);
  const Agreement* agreement = id != nullptr ? entries.find<Agreement>(*id) : nullptr;
  return agreement != nullptr ? outcomeText(agreement->state, agreement) : text(item.line);
}

/// What is one's own is named in the list and read only when it is opened: somebody may look over a shoulder.
QString lineOf(const StoryItem& item, const Couple& couple, const VaultDoor& doors, const KnownEntries& entries) {
  if (const auto owner = ownerOf(item.vault)) return ownerText(couple.name(*owner), isLocked(doors, *owner));
  if (item.kind == practice::StoryKind::WeeklyLook) return lookLine(item);
  if (item.kind == practice::StoryKind::Viewing)
    return item.line.empty() ? say("You watched it together.") : say("Watched together. %1").arg(text(item.line));
  if (item.kind == practice::StoryKind::Agreement) return agreementLine(item, entries);
  return item.kind == practice::StoryKind::Exercise ? exerciseLine(item) : text(item.line);
}

/// Texts of an exercise, as the partner who wrote under them read them.
QString forPartner(const std::string& words, std::optional<PartnerId> who, const Couple& couple) {
  return couple.said(words, who.value_or(PartnerId::A));
}

/// What the exercise has no words for any more.
QString namelessText(const practice::TranscriptLine& line) {
  if (line.mark) return say("A line that is gone: %1, from 0 to 6").arg(*line.mark);
  if (line.rated) return say("A line that is gone: did not come up");
  if (line.nameless == 1) return say("One card that is gone");
  const QString many = say("%1 cards that are gone").arg(numberWord(line.nameless));
  return many.at(0).toUpper() + many.mid(1);
}

/// "I felt close: 4 · often"; a question keeps its own mark.
QString ratedText(const practice::TranscriptLine& line, std::optional<PartnerId> who, const Couple& couple) {
  QString item = forPartner(line.text, who, couple);
  if (item.endsWith(QLatin1Char('.'))) item.chop(1);
  MarkScale scale{forPartner(line.low, who, couple), forPartner(line.high, who, couple), {}};
  for (std::size_t i = 0; i < scale.words.size(); ++i) scale.words[i] = forPartner(line.scale[i], who, couple);
  const QString mark = markWords(line.mark, scale);
  return item.endsWith(QLatin1Char('?')) ? item + QLatin1Char(' ') + mark : say("%1: %2").arg(item, mark);
}

/// Who reads it and when, and what is kept beside it.
struct Reading {
  const Couple& couple;
  const KnownEntries& entries;
  Day today;
};

/// Own words stay as they were written; only an item of the exercise has names to fill in.
QString lineText(const practice::TranscriptLine& line, std::optional<PartnerId> who, const Reading& reading) {
  const auto& [couple, entries, today] = reading;
  if (line.outcome) return outcomeText(line.outcome->second, entries.find<Agreement>(line.outcome->first));
  if (line.nameless > 0) return namelessText(line);
  if (line.rated) return ratedText(line, who, couple);
  const QString words = text(line.text);
  if (line.agreed) return words + QLatin1Char('\n') + agreementDetail(*line.agreed, couple, today);
  if (!line.writer) return fieldWords(line.field, words);
  const QString name = couple.name(*line.writer);
  return line.field == practice::TranscriptField::Heard ? say("%1 heard: %2").arg(name, words)
                                                        : say("%1 appreciated: %2").arg(name, words);
}

QString partText(const practice::TranscriptPart& part, const Reading& reading) {
  QStringList lines;
  for (const auto& line : part.lines) lines << lineText(line, part.who, reading);
  return lines.join(QLatin1Char('\n'));
}

/// A look or an exercise of both still holds what its writer has not opened, or opened otherwise than they wrote it.
bool holdsOwn(std::span<const practice::TranscriptPart> parts, const Lanes& lanes) {
  using From = practice::TranscriptPart::From;
  return std::ranges::any_of(parts, [&](const practice::TranscriptPart& own) {
    if (own.from != From::Own || own.lines.empty()) return false;
    if (practice::openedLinesOf(lanes, *own.who, own.step).empty()) return true;
    return std::ranges::any_of(parts, [&own](const practice::TranscriptPart& other) {
      return other.from == From::Opened && other.step == own.step && other.who == own.who;
    });
  });
}

/// What a search looks through in a sitting.
QString wordsOf(std::span<const practice::TranscriptPart> parts, const KnownEntries& entries) {
  QStringList words;
  for (const auto& part : parts) {
    for (const auto& line : part.lines) {
      words << text(line.text);
      if (line.agreed) words << text(line.agreed->when);
      const Agreement* const lookedBackOn = line.outcome ? entries.find<Agreement>(line.outcome->first) : nullptr;
      if (lookedBackOn != nullptr) words << text(lookedBackOn->what);
    }
  }
  return words.join(QLatin1Char('\n'));
}

void addSitting(StoryCard& card, const SittingSummary& sitting, Reader reader, ExerciseShelf& exercises,
                const KnownEntries& entries) {
  const auto parts = practice::transcriptOf(exercises.readable(sitting.begun.exercise), sitting.lanes, reader);
  card.words = wordsOf(parts, entries);
  card.holdsOwn = !card.onlyOf && holdsOwn(parts, sitting.lanes);
}

/// Everything that was said about what was watched, and not the last of it alone.
QString wordsOf(const StoryItem& item, const KnownEntries& entries) {
  const auto* id = std::get_if<EntryId>(&item.id);
  const auto* viewing = id ? entries.find<Viewing>(*id) : nullptr;
  if (viewing == nullptr) return text(item.line);
  QStringList words;
  for (const ViewingTalk& talk : viewing->talks) words << text(talk.text);
  return words.join(QLatin1Char('\n'));
}

}  // namespace

std::vector<StoryCard> storyCards(Reader reader, const Journal& journal, ExerciseShelf& exercises,
                                  const Couple& couple) {
  const std::vector<Entry> entries = journal.entries(reader);
  const KnownEntries known(entries);
  const std::vector<SittingSummary> sittings = journal.sittings(reader);
  std::map<SittingId, const SittingSummary*> sittingById;
  for (const SittingSummary& sitting : sittings) sittingById.emplace(sitting.id, &sitting);
  std::vector<StoryCard> cards;
  for (const StoryItem& item : practice::storyOf(reader, entries, sittings, exercises.finder())) {
    StoryCard card(item.id);
    card.kind = kindOf(item.kind);
    card.tint = tintOfItem(item);
    card.day = item.day ? *item.day : localDay(item.made);
    const auto owner = partnerOf(reader);
    const Couple spokenOf = item.ofBefore && owner ? couple.before(*owner) : couple;
    card.title = titleOf(item, spokenOf);
    if (item.unproven) card.title = say("%1, from a copy that was not locked").arg(card.title);
    card.line = lineOf(item, spokenOf, journal, known);
    card.onlyOf = ownerOf(item.vault);
    card.isWithin = item.within.has_value();
    const auto* sitting = std::get_if<SittingId>(&item.id);
    // What stands in a sitting is found at the sitting; an appreciation out of it is found by its own words.
    const bool isWhole = sitting != nullptr && item.kind != practice::StoryKind::Appreciation;
    const auto summary = isWhole ? sittingById.find(*sitting) : sittingById.end();
    if (summary != sittingById.end())
      addSitting(card, *summary->second, reader, exercises, known);
    else
      card.words = wordsOf(item, known);
    cards.push_back(std::move(card));
  }
  return cards;
}

bool mayChange(const Entry& note, Reader reader, const VaultDoor& doors) {
  if (const auto alone = partnerOf(reader)) return !note.author || note.author == alone;
  return note.author && !isLocked(doors, PartnerId::A) && !isLocked(doors, PartnerId::B);
}

EntryView entryView(const Note& note, const Entry& entry, const Couple& couple, Reader reader, const VaultDoor& doors) {
  EntryView view;
  const auto owner = ownerOf(entry.vault);
  view.title = owner ? say("A line just for me") : say("A line for both");
  view.date = longDayWords(localDay(entry.made));
  if (owner)
    view.who = ownerText(couple.name(*owner), isLocked(doors, *owner));
  else if (entry.author)
    view.who = say("From %1, for both of you").arg(couple.name(*entry.author));
  if (entry.unproven) view.title = say("%1, from a copy that was not locked").arg(view.title);
  view.tint = entry.author ? look::tintOf(*entry.author) : QStringLiteral("ours");
  const auto partner = owner ? couple.of(otherOf(*owner)) : std::nullopt;
  view.body = NoteView{entry.id,
                       text(note.text),
                       mayChange(entry, reader, doors),
                       partner ? couple.name(partner->id) : QString(),
                       !owner,
                       {}};
  return view;
}

QString agreementDetail(const Agreement& agreement, const Couple& couple, Day today) {
  QString detail = whoAndWhen(agreement, couple);
  if (agreement.review) {
    detail += QLatin1Char('\n') + say("Look back on %1").arg(dayWords(*agreement.review, today));
  }
  return detail;
}

EntryView entryView(const Agreement& agreement, const Entry& entry, const Couple& couple, Day today) {
  EntryView view;
  view.title = say("You agreed");
  view.date = longDayWords(localDay(entry.made));
  view.body = AgreementView{entry.id, text(agreement.what), agreementDetail(agreement, couple, today), agreement.state};
  return view;
}

EntryView sittingView(const SittingSummary& sitting, const Exercise& exercise, const Couple& couple, Reader reader,
                      const Journal& journal, Day today) {
  EntryView view;
  const std::vector<Entry> entries = journal.entries(reader);
  const KnownEntries known(entries);
  const Reading reading{couple, known, today};
  const bool isGone = exercise.steps.empty();
  const bool isLook = practice::isWeeklyLook(sitting.begun, isGone ? nullptr : &exercise);
  view.title = isLook ? say("Weekly look") : isGone ? goneTitle() : text(exercise.title);
  view.date = longDayWords(sitting.begun.day);
  if (const auto owner = ownerOf(sitting.begunIn)) {
    view.who = ownerText(couple.name(*owner), isLocked(journal, *owner));
    view.tint = look::tintOf(*owner);
  } else if (exercise.practice) {
    view.tint = QString::fromStdString(std::string(toText(*exercise.practice)));
  }
  TranscriptView transcript{couple.name(PartnerId::A), couple.name(PartnerId::B), partnerOf(reader), {}};
  transcript.mayGoOn = practice::mayGoOn(sitting, reader, exercise);
  std::optional<StepId> above;
  bool goneAbove = false;
  for (const auto& part : practice::transcriptOf(exercise, sitting.lanes, reader)) {
    const QString earlier = goneAbove || isGone ? QString() : say("From an earlier version");
    const QString heading = part.gone ? earlier : forPartner(part.title, part.who, couple);
    const bool sameStep =
        part.gone ? above == part.step : !transcript.parts.empty() && transcript.parts.back().heading == heading;
    if (!sameStep) transcript.parts.push_back({.heading = heading, .a = {}, .b = {}, .ours = {}});
    above = part.step;
    goneAbove = part.gone;
    TranscriptPart& row = transcript.parts.back();
    QString& column = !part.who ? row.ours : *part.who == PartnerId::A ? row.a : row.b;
    const bool mine = part.who && transcript.reader == part.who;
    if (mine && !practice::openedLinesOf(sitting.lanes, *part.who, part.step).empty()) row.takeBack = part.step;
    if (part.takenBack) (part.who == PartnerId::A ? row.takenByA : row.takenByB) = true;
    // Opened otherwise than it was written: neither stands for the other.
    const bool besideOwn = mine && sameStep && part.from == practice::TranscriptPart::From::Opened;
    (besideOwn ? row.opened : column) = partText(part, reading);
  }
  view.body = std::move(transcript);
  return view;
}

}  // namespace footbridge::gui
