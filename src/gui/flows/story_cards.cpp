// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/story_cards.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <map>

#include "gui/calendar.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/flows/story_terms.h"
#include "gui/look/look.h"
#include "gui/number_word.h"
#include "practice/story.h"

namespace footbridge::gui {
namespace {

using practice::StoryItem;

QString say(const char* text) {
  return QCoreApplication::translate("Story", text);
}
QString text(const std::string& words) {
  return QString::fromStdString(words);
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

}  // namespace footbridge::gui
