// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "gui/look/look.h"
#include "gui/pages/practice_words.h"
#include "gui/sheets/exercise_sheets.h"
#include "gui/sheets/sheet_marks.h"
#include "gui/sheets/step_form.h"
#include "gui/steps/gate_choices.h"

namespace footbridge::gui {
namespace {

constexpr double kPartnerScale = 0.85;
constexpr double kNumberColumn = 32;
constexpr double kBetweenSteps = 20;
constexpr double kBetweenPieces = 6;

/// Shared with the blocks that it makes, which draw later.
class PartnerSheet : public std::enable_shared_from_this<PartnerSheet> {
 public:
  PartnerSheet(const Exercise& exercise, const SheetNames& names, PartnerId whose)
      : m_exercise(exercise), m_words(names, whose), m_parts(practice::sheetOf(exercise, whose)) {}

  SheetRun make() {
    const QString title = m_words.said(m_exercise.title);
    m_run.foot = SheetText::tr("Footbridge · %1 · %2")
                     .arg(forOne() ? SheetText::tr("Sheet") : SheetText::tr("Sheet %1").arg(letter()), title);
    m_run.scale = kPartnerScale;
    add([this](Sheet& sheet) { head(sheet); }, 0);
    if (m_exercise.gate) add([this](Sheet& sheet) { gate(sheet); }, 14);
    add([this](Sheet& sheet) { before(sheet); }, 14);
    for (std::size_t i = 0; i < m_parts.size(); ++i) addStep(i);
    add([this](Sheet& sheet) { after(sheet); }, kBetweenSteps);
    return std::move(m_run);
  }

 private:
  [[nodiscard]] bool forOne() const { return m_exercise.audience == Audience::One; }
  [[nodiscard]] QString letter() const { return letterOf(m_words.whose()); }
  [[nodiscard]] const char* token() const { return m_words.whose() == PartnerId::A ? "a" : "b"; }

  void add(Sheet::Fill fill, double before) {
    m_run.blocks.push_back(
        {[self = shared_from_this(), fill = std::move(fill)](Sheet& sheet) { fill(sheet); }, before});
  }

  [[nodiscard]] int numberOf(const StepId& step) const {
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
      if (m_exercise.steps[m_parts[i].step].id == step) return static_cast<int>(i) + 1;
    }
    return 0;
  }

  void head(Sheet& sheet) const {
    sheet.columns({{1, [](Sheet& left) { left.brand(); }}, {1, [this](Sheet& right) { whoseSheet(right); }}}, 20);
    sheet.gap(12);
    sheet.say("display", m_words.said(m_exercise.title));
    sheet.gap(4);
    sheet.say("note", facts(), m_exercise.practice ? practiceToken() : "soft");
    sheet.gap(8);
    sheet.say("body", m_words.said(m_exercise.summary));
    sheet.gap(6);
    sheet.say("body", m_words.said(m_exercise.why), "soft");
  }

  [[nodiscard]] const char* practiceToken() const { return toText(*m_exercise.practice).data(); }

  [[nodiscard]] QString facts() const {
    QStringList facts{minutesWords(m_exercise.minutes), audienceWords(m_exercise.audience),
                      depthWord(m_exercise.depth)};
    if (m_exercise.practice) facts << practiceName(*m_exercise.practice);
    return facts.join(QStringLiteral(" · "));
  }

  void whoseSheet(Sheet& sheet) const {
    const SheetNames& names = m_words.names();
    const PartnerId me = m_words.whose();
    if (forOne()) {
      addNameLine(sheet, SheetText::tr("A, you:"), names.a);
      return addNameLine(sheet, SheetText::tr("B, your partner:"), names.b);
    }
    constexpr double kMark = 44;
    const double top = sheet.bottom();
    sheet.indented(sheet.width() - kMark, [this](Sheet& mark) { addMark(mark, letter(), token(), kMark); });
    sheet.gap(top - sheet.bottom());
    sheet.columns({{sheet.width() - kMark - 12,
                    [&](Sheet& lines) {
                      addNameLine(lines, SheetText::tr("%1, you:").arg(letter()), names.of(me));
                      addNameLine(lines, SheetText::tr("%1, your partner:").arg(letterOf(otherOf(me))),
                                  names.of(otherOf(me)));
                    }},
                   {kMark, [](Sheet& none) { none.gap(kMark); }}},
                  12);
  }

  void gate(Sheet& sheet) const {
    sheet.box(
        "sunk",
        [this](Sheet& box) {
          box.say("heading", m_words.said(m_exercise.gate->question));
          box.say("small", SheetText::tr("First of all, each of you for yourself. Nothing is ticked or written."),
                  "soft");
          for (const Gate::Choice& choice : gateChoicesOf(m_exercise)) {
            box.gap(6);
            box.columns({{2, [&](Sheet& left) { left.say("note", m_words.said(choice.text)); }},
                         {3, [&](Sheet& right) { right.say("small", m_words.said(choice.answer), "ink"); }}},
                        14);
          }
        },
        14);
  }

  void list(Sheet& sheet, const QString& title, const std::vector<std::string>& lines) const {
    sheet.say("heading", title);
    sheet.gap(2);
    for (const std::string& line : lines) {
      sheet.columns({{10, [](Sheet& dash) { dash.say("small", QStringLiteral("–"), "soft"); }},
                     {sheet.width() - 10, [&](Sheet& words) { words.say("small", m_words.said(line), "ink"); }}},
                    0);
    }
  }

  void before(Sheet& sheet) const {
    std::vector<Sheet::Column> columns{
        {1, [this](Sheet& left) { list(left, SheetText::tr("Leave it for later if"), m_exercise.notNow); }}};
    if (!m_exercise.groundRules.empty()) {
      columns.push_back(
          {1, [this](Sheet& right) { list(right, SheetText::tr("For this time"), m_exercise.groundRules); }});
    }
    sheet.columns(columns, 24);
    sheet.gap(8);
    sheet.say("small",
              forOne()
                  ? SheetText::tr("This sheet is yours. Keep it, or tear it up. Pass on anything you like.")
                  : SheetText::tr("This sheet is yours, and nobody else reads it. When you open something, you read "
                                  "it out yourself. Either of you can pass or stop, with no reason given."),
              "ours");
  }

  [[nodiscard]] QString whoDoes(const practice::SheetPart& part) const {
    const Step& step = m_exercise.steps[part.step];
    QStringList words;
    if (!forOne()) words << (part.alone ? SheetText::tr("alone") : SheetText::tr("together"));
    if (step.isPrivate && !forOne()) words << SheetText::tr("stays with you");
    int minutes = step.minutes;
    if (part.talk && part.talk->reflect) minutes += m_exercise.steps[*part.talk->reflect].minutes;
    if (minutes > 0) words << SheetText::tr("%1 min").arg(minutes);
    return words.join(QStringLiteral(" · "));
  }

  void addStep(std::size_t index) {
    const practice::SheetPart& part = m_parts[index];
    const auto number = [this](const StepId& step) { return numberOf(step); };
    const std::vector<Sheet::Fill> pieces = formOnPaper({m_exercise, part, m_words, number});
    const Sheet::Fill first = pieces.empty() ? Sheet::Fill([](Sheet&) {}) : pieces.front();
    add([this, index, first](Sheet& sheet) { stepHead(sheet, index, first); }, kBetweenSteps);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      add([piece = pieces[i]](Sheet& sheet) { sheet.indented(kNumberColumn, piece); }, kBetweenPieces);
    }
  }

  void stepHead(Sheet& sheet, std::size_t index, const Sheet::Fill& first) const {
    const practice::SheetPart& part = m_parts[index];
    const Step& step = m_exercise.steps[part.step];
    const double top = sheet.bottom();
    addMark(sheet, QString::number(index + 1), part.alone ? token() : "ours", 22);
    sheet.gap(top - sheet.bottom());
    sheet.indented(kNumberColumn, [&](Sheet& body) {
      body.columns({{3, [&](Sheet& left) { left.say("heading", m_words.said(step.title)); }},
                    {1.15, [&](Sheet& right) { right.say("small", whoDoes(part), "soft", Qt::AlignRight); }}},
                   12);
      body.gap(2);
      body.say("body", m_words.said(step.text));
      body.gap(5);
      first(body);
    });
  }

  void after(Sheet& sheet) const {
    sheet.box(
        "sunk",
        [this](Sheet& box) {
          box.columns({{1,
                        [this](Sheet& left) {
                          left.say("heading", SheetText::tr("A gentler way"));
                          left.say("small", m_words.said(m_exercise.stepDown), "ink");
                        }},
                       {1,
                        [this](Sheet& right) {
                          right.say("heading", SheetText::tr("At home"));
                          right.say("small", m_words.said(m_exercise.home), "ink");
                        }}},
                      24);
        },
        14);
  }

  const Exercise& m_exercise;
  SheetWords m_words;
  std::vector<practice::SheetPart> m_parts;
  SheetRun m_run;
};

}  // namespace

SheetRun partnerSheet(const Exercise& exercise, const SheetNames& names, PartnerId whose) {
  return std::make_shared<PartnerSheet>(exercise, names, whose)->make();
}

}  // namespace footbridge::gui
