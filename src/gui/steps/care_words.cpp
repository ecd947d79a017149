// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/care_words.h"

#include <QCoreApplication>

namespace footbridge::gui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Care", text);
}

}  // namespace

CareFold::Words settlingWords() {
  return {tr("A way to settle"), tr("Hide this"), {}, tr("Another way to settle")};
}

CareFold::Words settlingInsteadWords() {
  return {tr("Another way to settle"), tr("Back to the breath"), {}, tr("Another way to settle")};
}

CareFold::Words mendingWords() {
  return {tr("A line to mend with"), tr("Hide this"), tr("Say it, if it is true for you."), tr("Another line")};
}

void offerAftercare(CareFold& fold, const Aftercare& care) {
  const QString lead =
      care.alone ? tr("If you are unsettled: one of these, and nothing new today. Nothing of it is kept.")
                 : tr("If either of you is unsettled: one of these, and nothing new today. Nothing of it is kept.");
  fold.offer({tr("If you feel stirred up"), tr("Hide this"), lead, tr("Another one")}, cardsOf(care.deck));
  fold.setOpen(care.inView);
}

}  // namespace footbridge::gui
