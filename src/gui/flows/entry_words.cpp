// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/entry_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "gui/calendar.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/flows/story_terms.h"
#include "gui/look/look.h"
#include "gui/number_word.h"
#include "gui/steps/agreement_words.h"
#include "gui/steps/answer_lines.h"
#include "practice/story.h"
#include "practice/today.h"

namespace footbridge::gui {
namespace {

QString say(const char* text) {
  return QCoreApplication::translate("Story", text);
}
QString text(const std::string& words) {
  return QString::fromStdString(words);
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

}  // namespace

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
