// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/answer_lines.h"

#include <QLabel>
#include <algorithm>

#include "gui/steps/step_view.h"
#include "gui/widgets/flow_layout.h"
#include "practice/answer_rules.h"
#include "practice/plain_ask.h"

namespace footbridge::gui {

namespace {

/// On a scale with ends of its own, by the end that is nearer.
QString nearerEnd(const MarkScale& scale, int mark) {
  const int fromMiddle = 2 * mark - Score::kLowest - Score::kHighest;
  if (fromMiddle == 0) return QObject::tr("in between");
  const QString end = (fromMiddle < 0 ? scale.low : scale.high).toLower();
  const bool isEnd = mark == Score::kLowest || mark == Score::kHighest;
  return isEnd || end.isEmpty() ? end : QObject::tr("nearer to “%1”").arg(end);
}

/// What a mark means, in words: its own, or its neighbours'; empty where the scale has none.
QString scaleWord(const MarkScale& scale, int mark) {
  if (!scale.low.isEmpty() || !scale.high.isEmpty()) return nearerEnd(scale, mark);
  const auto wordAt = [&](int at) { return scale.words[static_cast<std::size_t>(at / 2)].toLower(); };
  if (mark % 2 == 0) return wordAt(mark);
  const QString below = wordAt(mark - 1);
  const QString above = wordAt(mark + 1);
  return below.isEmpty() || above.isEmpty() ? QString() : QObject::tr("between %1 and %2").arg(below, above);
}

QString ratingWords(const RateStep& form, const Rating& rating, const Showing& showing) {
  const auto item =
      std::find_if(form.items.begin(), form.items.end(), [&](const RateItem& i) { return i.id == rating.item; });
  MarkScale scale;
  if (item != form.items.end()) {
    scale.low = showing.said(item->low);
    scale.high = showing.said(item->high);
    for (std::size_t i = 0; i < scale.words.size(); ++i) scale.words[i] = showing.said(form.scaleLabels[i]);
  }
  return markWords(rating.score ? std::optional(rating.score->mark()) : std::nullopt, scale);
}

/// The answer in short pieces, one a tag; empty for an answer of words.
QStringList tagsOf(const Step& step, const Answer& answer, const Showing& showing) {
  QStringList tags;
  if (const auto* chosen = std::get_if<ChosenAnswer>(&answer)) {
    const auto* form = std::get_if<ChooseStep>(&step.form);
    for (const CardId& id : chosen->cards) {
      if (form == nullptr) break;
      const auto card =
          std::find_if(form->cards.begin(), form->cards.end(), [&id](const Card& c) { return c.id == id; });
      if (card == form->cards.end()) continue;
      const QString words = showing.said(card->text);
      tags << (form->ranked ? QObject::tr("%1. %2").arg(tags.size() + 1).arg(words) : words);
    }
  }
  if (const auto* rated = std::get_if<RatedAnswer>(&answer)) {
    const auto* form = std::get_if<RateStep>(&step.form);
    for (const Rating& rating : rated->ratings) {
      if (form != nullptr) tags << ratingWords(*form, rating, showing);
    }
  }
  return tags;
}

QString moveText(const MoveAnswer& move) {
  QStringList parts;
  const auto add = [&parts](practice::TranscriptField field, const std::string& words) {
    if (!words.empty()) parts << fieldWords(field, fromUtf8(words));
  };
  add(practice::TranscriptField::Sees, move.when);
  add(practice::TranscriptField::Does, move.does);
  add(practice::TranscriptField::Underneath, move.inside);
  return parts.join(QLatin1Char('\n'));
}

}  // namespace

QString markWords(std::optional<int> mark, const MarkScale& scale) {
  if (!mark) return QObject::tr("Did not come up");
  const QString word = scaleWord(scale, *mark);
  return word.isEmpty() ? QObject::tr("%1 of %2").arg(*mark).arg(Score::kHighest)
                        : QObject::tr("%1\u00a0·\u00a0%2").arg(QString::number(*mark), word);  // in one line
}

QString fieldWords(practice::TranscriptField field, const QString& words) {
  switch (field) {
    case practice::TranscriptField::Sees:
      return QObject::tr("When I see or hear: %1").arg(words);
    case practice::TranscriptField::Does:
      return QObject::tr("What I do: %1").arg(words);
    case practice::TranscriptField::Underneath:
      return QObject::tr("Underneath: %1").arg(words);
    default:
      return words;
  }
}

const Step& formStep(const Exercise& exercise, const Step& step) {
  return practice::formOf(exercise, step);
}

QString captionOf(const Step& step, const std::optional<ItemId>& item, const Showing& showing) {
  if (const auto* form = std::get_if<RateStep>(&step.form); form != nullptr && item) {
    for (const RateItem& line : form->items) {
      if (line.id == *item) return showing.said(line.text);
    }
  }
  return showing.said(step.heading());
}

QString plainText(const Step& step, const Answer& answer, const Showing& showing) {
  if (const auto* written = std::get_if<WrittenAnswer>(&answer)) return fromUtf8(written->text);
  if (const auto* ask = std::get_if<AskAnswer>(&answer)) return fromUtf8(practice::plainAsk(*ask));
  if (const auto* move = std::get_if<MoveAnswer>(&answer)) return moveText(*move);
  return tagsOf(step, answer, showing).join(QStringLiteral(" · "));
}

void addAnswer(QVBoxLayout* column, const Step& step, const Answer& answer, const QString& caption, const QString& tint,
               const Showing& showing) {
  QWidget* parent = column->parentWidget();
  if (!caption.isEmpty()) column->addWidget(newLabel("small", caption, parent));
  const QStringList tags = tagsOf(step, answer, showing);
  if (tags.isEmpty()) {
    column->addWidget(newLabel("read", plainText(step, answer, showing), parent));
    column->addSpacing(10);
    return;
  }
  auto* holder = new QWidget(parent);
  auto* flow = new FlowLayout(holder, 8);
  for (const QString& words : tags) {
    QLabel* tag = newLabel("tag", words, holder);
    setTint(tag, tint);
    flow->addWidget(tag);
  }
  column->addWidget(holder);
  column->addSpacing(10);
}

}  // namespace footbridge::gui
