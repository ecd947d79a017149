// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/step_form.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "gui/sheets/sheet_marks.h"
#include "practice/answer_rules.h"

namespace footbridge::gui {
namespace {

/// More cards than this are not printed a second time for a guess.
constexpr std::size_t kCardsToRepeat = 12;
constexpr std::size_t kManyCards = 12;
constexpr std::size_t kRowsAtOnce = 3;
constexpr int kLongCard = 46;

using Fills = std::vector<Sheet::Fill>;

QString quoted(const QString& words) {
  return SheetText::tr("“%1”").arg(words);
}

void addCaption(Sheet& sheet, const QString& words) {
  sheet.gap(4);
  sheet.say("note", words);
}

/// What is filled in and for whom: a guess has the form of another step, with the names changed over.
class FormMaker {
 public:
  FormMaker(const StepOnPaper& at, const Step& form, const SheetWords& words, bool isGuess)
      : m_at(at), m_form(form), m_words(words), m_isGuess(isGuess) {}

  Fills operator()(const ReadStep& read) const {
    return one([words = m_words, read](Sheet& sheet) {
      for (const std::string& paragraph : read.paragraphs) {
        sheet.say("body", words.said(paragraph));
        sheet.gap(5);
      }
    });
  }

  Fills operator()(const SettleStep& settle) const {
    return one([settle](Sheet& sheet) {
      sheet.say("small",
                SheetText::tr("Breathe in while you count to %1, out while you count to %2. A ring for each breath.")
                    .arg(settle.secondsIn)
                    .arg(settle.secondsOut),
                "soft");
      addBreaths(sheet, settle.breaths);
    });
  }

  Fills operator()(const RateStep& rate) const {
    Fills fills;
    for (const RateItem& item : rate.items) {
      fills.emplace_back([words = m_words, rate, item](Sheet& sheet) {
        QStringList scale;
        for (const std::string& label : rate.scaleLabels) scale << words.said(label);
        if (!item.low.empty()) scale = {words.said(item.low), {}, {}, words.said(item.high)};
        QString line = words.said(item.text);
        if (item.isPrivate) line += QStringLiteral("  ") + SheetText::tr("(only yours)");
        sheet.columns({{1, [&line](Sheet& left) { left.say("body", line); }},
                       {1.45, [&](Sheet& right) { addScale(right, scale, item.mayNotComeUp); }}},
                      18);
      });
    }
    return fills;
  }

  Fills operator()(const ChooseStep& choose) const {
    if (m_isGuess && choose.cards.size() > kCardsToRepeat) return lines(SheetText::tr("My guess"), 1, 3);
    std::vector<TickLine> cards;
    qsizetype longest = 0;
    for (const Card& card : choose.cards) {
      cards.push_back({m_words.said(card.text), m_isGuess ? QString() : m_words.said(card.note)});
      longest = std::max(longest, cards.back().words.size());
    }
    const int columns = longest > kLongCard ? 2 : cards.size() > kManyCards || m_isGuess ? 3 : 2;
    Fills fills;
    const std::size_t atOnce = kRowsAtOnce * static_cast<std::size_t>(columns);
    for (std::size_t from = 0; from < cards.size(); from += atOnce) {
      const auto to = std::min(cards.size(), from + atOnce);
      fills.emplace_back([part = std::vector(cards.begin() + static_cast<std::ptrdiff_t>(from),
                                             cards.begin() + static_cast<std::ptrdiff_t>(to)),
                          columns, words = from == 0 ? howMany(choose) : QString()](Sheet& sheet) {
        if (!words.isEmpty()) sheet.say("note", words, "soft");
        if (!words.isEmpty()) sheet.gap(4);
        addTicks(sheet, part, columns);
      });
    }
    return fills;
  }

  Fills operator()(const GuessStep&) const { return lines({}, 2, 4); }
  Fills operator()(const WriteStep&) const {
    const int least = m_isGuess ? 2 : std::clamp(m_form.minutes + 1, 3, 6);
    return lines(m_isGuess ? SheetText::tr("My guess") : QString(), least, least + 9);
  }

  Fills operator()(const RevealStep& reveal) const {
    std::set<int> numbers;
    for (const StepId& step : reveal.opens) numbers.insert(m_at.numberOf(step));
    QStringList words;
    for (const int number : numbers) words << QString::number(number);
    const QString which = words.size() == 1 ? SheetText::tr("step %1").arg(words.front())
                                            : SheetText::tr("steps %1").arg(words.join(SheetText::tr(", ")));
    return one([which](Sheet& sheet) {
      sheet.box(
          "ours",
          [&which](Sheet& box) {
            box.say("body", SheetText::tr("Read to each other what you choose from %1. Any line can be left out, "
                                          "and nobody asks for it.")
                                .arg(which));
          },
          12);
    });
  }

  Fills operator()(const SpeakStep& speak) const {
    Fills fills = one([at = m_at, words = m_words, speak](Sheet& sheet) {
      for (const std::string& prompt : speak.prompts) sheet.say("quote", words.said(prompt));
      sheet.gap(6);
      std::vector<PartnerId> turns;
      const practice::TalkStage& talk = *at.part.talk;
      turns.reserve(static_cast<std::size_t>(talk.turns));
      for (int i = 0; i < talk.turns; ++i) turns.push_back(i % 2 == 0 ? talk.opener : otherOf(talk.opener));
      addTurns(sheet, turns, speak.seconds);
    });
    if (m_at.part.talk->reflect) fills.push_back(saidBack(m_at.exercise.steps[*m_at.part.talk->reflect]));
    return fills;
  }

  /// Stands with the talk that it belongs to.
  Fills operator()(const ReflectStep&) const { return {}; }

  Fills operator()(const AskStep& ask) const {
    return one([words = m_words, ask](Sheet& sheet) {
      const auto gap = [&](const QString& caption, const std::string& hint) {
        addCaption(sheet, caption);
        if (!hint.empty()) sheet.say("small", words.said(hint), "soft");
        sheet.rules(2, 4);
      };
      gap(SheetText::tr("It is about this:"), ask.happenedHint);
      gap(SheetText::tr("I feel:"), ask.feelHint);
      gap(SheetText::tr("What would help:"), ask.helpHint);
      sheet.gap(8);
      sheet.say("quote", SheetText::tr("A no is okay."));
    });
  }

  Fills operator()(const LoopStep&) const {
    if (m_form.who == StepFor::Each) {
      return one([](Sheet& sheet) {
        for (const char* caption :
             {QT_TRANSLATE_NOOP("Sheets", "When I see or hear"), QT_TRANSLATE_NOOP("Sheets", "What I do then"),
              QT_TRANSLATE_NOOP("Sheets", "What it is like underneath")}) {
          addCaption(sheet, SheetText::tr(caption));
          sheet.rules(2, 4);
        }
      });
    }
    return one([names = m_words.names()](Sheet& sheet) {
      addLoop(sheet, names);
      addNameLine(sheet, SheetText::tr("What shall we call it?"), {});
      sheet.gap(8);
    });
  }

  Fills operator()(const AgreeStep& agree) const {
    return one([words = m_words, agree](Sheet& sheet) {
      if (agree.review) return review(sheet);
      QStringList perhaps;
      for (const std::string& suggestion : agree.suggestions) perhaps << words.said(suggestion);
      if (!perhaps.isEmpty())
        sheet.say("small", SheetText::tr("Perhaps: %1").arg(perhaps.join(QStringLiteral(" · "))), "soft");
      addCaption(sheet, SheetText::tr("What is the small step?"));
      sheet.rules(1, 2);
      addCaption(sheet, SheetText::tr("Who does it, and when?"));
      addTicks(sheet,
               {{words.names().called(PartnerId::A), {}},
                {words.names().called(PartnerId::B), {}},
                {SheetText::tr("both"), {}}},
               5);
      sheet.rules(1, 1);
      addCaption(sheet, SheetText::tr("Look back on it"));
      addTicks(sheet, lookBacks(), 4);
    });
  }

  Fills operator()(const CloseStep&) const {
    if (m_form.who == StepFor::Each) return lines({}, 2, 5);
    return one([](Sheet& sheet) {
      sheet.say("small", SheetText::tr("Saying it aloud is enough. Write it down if you like."), "soft");
      addCaption(sheet, SheetText::tr("One thing I heard"));
      sheet.rules(1, 3);
      addCaption(sheet, SheetText::tr("One thing I appreciated"));
      sheet.rules(1, 3);
    });
  }

 private:
  static Fills one(Sheet::Fill fill) { return {std::move(fill)}; }

  static std::vector<TickLine> lookBacks() {
    const std::array days{SheetText::tr("in three days"), SheetText::tr("in a week"), SheetText::tr("in two weeks"),
                          SheetText::tr("in a month"), SheetText::tr("in three months")};
    static_assert(std::tuple_size_v<decltype(days)> == kLookBackDays.size());
    std::vector<TickLine> lines;
    lines.reserve(days.size() + 2);
    for (const QString& day : days) lines.push_back({day, {}});
    lines.push_back({SheetText::tr("no day set"), {}});
    lines.push_back({SheetText::tr("no step"), {}});
    return lines;
  }

  static void review(Sheet& sheet) {
    for (int i = 0; i < 2; ++i) {
      sheet.rules(1, 1);
      sheet.gap(4);
      addTicks(sheet, {{SheetText::tr("kept"), {}}, {SheetText::tr("changed"), {}}, {SheetText::tr("let go"), {}}}, 5);
    }
  }

  [[nodiscard]] Fills lines(const QString& caption, int least, int most) const {
    QStringList starters;
    for (const std::string& starter : m_at.step().starters) starters << quoted(m_words.said(starter));
    return one([caption, starters, least, most](Sheet& sheet) {
      if (!caption.isEmpty()) addCaption(sheet, caption);
      if (!starters.isEmpty()) {
        sheet.say("small",
                  SheetText::tr("First words, if the page stays empty: %1").arg(starters.join(QStringLiteral("  "))),
                  "soft");
      }
      sheet.rules(least, most);
    });
  }

  [[nodiscard]] Sheet::Fill saidBack(const Step& reflect) const {
    return [words = m_words, reflect](Sheet& sheet) {
      sheet.box(
          "sunk",
          [&](Sheet& box) {
            box.say("note", SheetText::tr("After each turn: %1").arg(words.said(reflect.title)));
            box.gap(3);
            box.say("body", words.said(reflect.text));
            box.gap(3);
            box.say("small", SheetText::tr("Only the one who spoke can tell: yes, nearly, or not yet."), "soft");
          },
          12);
    };
  }

  [[nodiscard]] QString howMany(const ChooseStep& choose) const {
    if (m_isGuess) return SheetText::tr("Tick your guess.");
    const QString how = choose.ranked ? SheetText::tr("Number them in your order, %1.") : SheetText::tr("Tick %1.");
    if (choose.least == choose.most)
      return how.arg(choose.most == 1 ? SheetText::tr("one") : QString::number(choose.most));
    if (choose.least == 0) return how.arg(SheetText::tr("up to %1").arg(choose.most));
    return how.arg(SheetText::tr("%1 to %2").arg(choose.least).arg(choose.most));
  }

  const StepOnPaper& m_at;
  const Step& m_form;
  SheetWords m_words;
  bool m_isGuess;
};

}  // namespace

Fills formOnPaper(const StepOnPaper& at) {
  const Step& form = practice::formOf(at.exercise, at.step());
  const bool isGuess = at.step().kind() == StepKind::Guess;
  const FormMaker maker(at, form, isGuess ? at.words.asPartner() : at.words, isGuess);
  return std::visit(maker, form.form);
}

}  // namespace footbridge::gui
