// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/light_words.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>

#include "gui/pages/practice_words.h"

namespace footbridge::gui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("LightOffer", text);
}

/// "make tea, and watch it steep", to stand within a sentence.
QString within(QString words) {
  if (!words.isEmpty()) words[0] = words[0].toLower();
  return words;
}

QString offerWords(const LightOffer& light) {
  if (light.exercise && !light.pleasure.isEmpty())
    return tr("Some weeks ask a lot. Something light might do you good now. Or shut the laptop, and %1.")
        .arg(within(light.pleasure));
  if (light.exercise) return tr("Some weeks ask a lot. Something light might do you good now. Or nothing at all.");
  if (light.pleasure.isEmpty()) return tr("Some weeks ask a lot. Nothing more is needed today.");
  return tr("Some weeks ask a lot. Perhaps shut the laptop, and %1.").arg(within(light.pleasure));
}

}  // namespace

void fillOffer(const LightOffer& offer, const LightPlace& place) {
  place.words->setText(offerWords(offer));
  place.words->show();
  place.take->setVisible(offer.exercise.has_value());
  if (!offer.exercise) return;
  const QString title = QString::fromStdString(offer.exercise->title);
  const QString minutes = minutesWords(offer.exercise->minutes);
  place.take->setText(tr("%1 · %2").arg(title, minutes));
  place.take->setAccessibleName(tr("Something light: %1, %2").arg(title, minutes));
}

}  // namespace footbridge::gui
