// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>

#include "gui/pages/practice_words.h"
#include "gui/sheets/exercise_sheets.h"
#include "gui/sheets/sheet_marks.h"
#include "gui/steps/gate_choices.h"

namespace footbridge::gui {
namespace {

constexpr double kFacilitatorScale = 0.82;
constexpr double kBetween = 15;

/// Shared with the blocks that it makes, which draw later.
class FacilitatorSheet : public std::enable_shared_from_this<FacilitatorSheet> {
 public:
  FacilitatorSheet(const Exercise& exercise, const SheetNames& names, const std::vector<EvidenceSource>& evidence)
      : m_exercise(exercise), m_notes(exercise.facilitator), m_words(names, PartnerId::A), m_evidence(evidence) {}

  SheetRun make() {
    m_run.foot = SheetText::tr("Footbridge · For the facilitator · %1").arg(m_words.said(m_exercise.title));
    m_run.scale = kFacilitatorScale;
    add([this](Sheet& sheet) { head(sheet); }, 0);
    add([this](Sheet& sheet) { whom(sheet); });
    addLines(SheetText::tr("Seating"), {m_notes.seating});
    addScript();
    if (m_exercise.gate) add([this](Sheet& sheet) { gate(sheet); });
    addMinutes();
    addWatchFor();
    addLines(SheetText::tr("To shorten it"), {m_notes.shorten});
    addLines(SheetText::tr("To step down"), {m_notes.stepDown});
    addLines(SheetText::tr("If it goes badly"), {m_notes.badEnding});
    addLines(SheetText::tr("Practice at home"), {m_notes.home});
    addLines(SheetText::tr("Adaptations"), {m_notes.adaptations});
    addEvidence();
    return std::move(m_run);
  }

 private:
  [[nodiscard]] QString said(const std::string& text) const { return m_words.said(text); }

  void add(Sheet::Fill fill, double before = kBetween) {
    m_run.blocks.push_back(
        {[self = shared_from_this(), fill = std::move(fill)](Sheet& sheet) { fill(sheet); }, before});
  }

  /// A heading at the left, and what it is about beside it.
  static Sheet::Fill section(const QString& title, const Sheet::Fill& fill) {
    return [title, fill](Sheet& sheet) {
      const auto heading = [&title](Sheet& left) {
        if (!title.isEmpty()) left.say("heading", title);
      };
      sheet.columns({{1, heading}, {4, fill}}, 18);
    };
  }

  void addLines(const QString& title, const std::vector<std::string>& lines) {
    add(section(title, [this, lines](Sheet& sheet) {
      for (const std::string& line : lines) sheet.say("body", said(line));
    }));
  }

  void head(Sheet& sheet) const {
    sheet.columns({{1, [](Sheet& left) { left.brand(); }},
                   {1,
                    [](Sheet& right) {
                      right.gap(7);
                      right.say("who", SheetText::tr("For the facilitator"), "ours", Qt::AlignRight);
                    }}},
                  20);
    sheet.gap(12);
    sheet.say("display", said(m_exercise.title));
    sheet.gap(4);
    QStringList facts{minutesWords(m_exercise.minutes), audienceWords(m_exercise.audience),
                      depthWord(m_exercise.depth)};
    if (m_exercise.practice) facts << practiceName(*m_exercise.practice);
    sheet.say("note", facts.join(QStringLiteral(" · ")), "soft");
    sheet.gap(10);
    sheet.box(
        "ours",
        [this](Sheet& box) {
          box.say("note", SheetText::tr("Purpose"));
          box.say("body", said(m_notes.aim));
          box.gap(3);
          box.say("body", said(m_notes.mechanism), "soft");
        },
        14);
  }

  void whom(Sheet& sheet) const {
    const auto side = [this](const QString& title, const std::string& text, const std::vector<std::string>& lines) {
      return [this, title, text, lines](Sheet& column) {
        column.say("heading", title);
        column.say("body", said(text));
        for (const std::string& line : lines) {
          column.gap(3);
          column.say("small", SheetText::tr("– %1").arg(said(line)), "ink");
        }
      };
    };
    sheet.columns({{1, side(SheetText::tr("For whom"), m_notes.forWhom, {m_exercise.forWhom})},
                   {1, side(SheetText::tr("Not for whom"), m_notes.notForWhom, m_exercise.notNow)}},
                  24);
  }

  void addScript() {
    add(section(SheetText::tr("Say"), [this](Sheet& sheet) {
      for (const std::string& line : m_notes.script) {
        sheet.say("quote", SheetText::tr("“%1”").arg(said(line)));
        sheet.gap(2);
      }
    }));
  }

  void gate(Sheet& sheet) const {
    section(SheetText::tr("First the gate"), [this](Sheet& body) {
      body.say("body", said(m_exercise.gate->question));
      for (const Gate::Choice& choice : gateChoicesOf(m_exercise)) {
        body.columns({{3, [&](Sheet& left) { left.say("small", said(choice.text), "ink"); }},
                      {1, [&](Sheet& right) { right.say("note", outcome(choice.outcome), "soft"); }}},
                     12);
      }
    })(sheet);
  }

  static QString outcome(GateOutcome outcome) {
    if (outcome == GateOutcome::GoOn) return SheetText::tr("go on");
    return outcome == GateOutcome::Aside ? SheetText::tr("something else") : SheetText::tr("stop here");
  }

  void addMinutes() {
    int begin = 0;
    int number = 0;
    for (const Step& step : m_exercise.steps) {
      const bool first = number++ == 0;
      add(section(first ? SheetText::tr("Minutes") : QString(),
                  [this, &step, number, begin](Sheet& sheet) { minuteRow(sheet, step, number, begin); }),
          first ? kBetween : 3);
      begin += step.minutes;
    }
  }

  void minuteRow(Sheet& sheet, const Step& step, int number, int begin) const {
    const QString who = m_exercise.audience == Audience::One ? QString()
                        : step.who == StepFor::Each          ? SheetText::tr("each alone")
                                                             : SheetText::tr("together");
    sheet.columns(
        {{0.5, [&](Sheet& at) { at.say("small", SheetText::tr("%1.").arg(number), "soft"); }},
         {6, [&](Sheet& title) { title.say("small", said(step.title), "ink"); }},
         {1.6, [&](Sheet& whose) { whose.say("small", who, "soft"); }},
         {1.1,
          [&](Sheet& minutes) {
            minutes.say("small", SheetText::tr("%1 min").arg(step.minutes), "ink", Qt::AlignRight);
          }},
         {1.5, [&](Sheet& from) { from.say("small", SheetText::tr("from %1").arg(begin), "soft", Qt::AlignRight); }}},
        8);
  }

  void addWatchFor() {
    add(section(SheetText::tr("Watch for"), [this](Sheet& sheet) {
      for (const WatchFor& watch : m_notes.watchFor) {
        sheet.columns({{1, [&](Sheet& left) { left.say("body", said(watch.sign)); }},
                       {1.2, [&](Sheet& right) { right.say("quote", SheetText::tr("“%1”").arg(said(watch.say))); }}},
                      18);
        sheet.gap(6);
      }
    }));
  }

  void addEvidence() {
    add(section(SheetText::tr("What it builds on"), [this](Sheet& sheet) {
      sheet.say("note", SheetText::tr("How sure: %1").arg(QString::fromStdString(m_exercise.evidenceGrade)));
      for (const EvidenceNote& note : m_exercise.evidence) {
        sheet.gap(3);
        sheet.say("small", SheetText::tr("%1 (%2)").arg(QString::fromStdString(note.text), sourceOf(note.key)), "ink");
      }
      sheet.gap(5);
      sheet.say("small", SheetText::tr("Footbridge itself has not been tested. It is practice, and no therapy."),
                "soft");
    }));
  }

  /// Who and when; the key alone where nobody said.
  [[nodiscard]] QString sourceOf(const std::string& key) const {
    const auto source = std::ranges::find(m_evidence, key, &EvidenceSource::key);
    if (source == m_evidence.end()) return QString::fromStdString(key);
    return SheetText::tr("%1, %2").arg(QString::fromStdString(source->authors), QString::fromStdString(source->year));
  }

  const Exercise& m_exercise;
  const FacilitatorNotes& m_notes;
  SheetWords m_words;
  std::vector<EvidenceSource> m_evidence;
  SheetRun m_run;
};

}  // namespace

SheetRun facilitatorSheet(const Exercise& exercise, const SheetNames& names,
                          const std::vector<EvidenceSource>& evidence) {
  return std::make_shared<FacilitatorSheet>(exercise, names, evidence)->make();
}

}  // namespace footbridge::gui
