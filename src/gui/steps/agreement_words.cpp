// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/agreement_words.h"

#include <QCoreApplication>

namespace footbridge::gui {

QString whoAndWhen(const Agreement& agreement, const Couple& couple) {
  QString who = agreement.who == AgreementWho::Both
                          ? QCoreApplication::translate("Agreement", "Both of you")
                          : couple.name(agreement.who == AgreementWho::A ? PartnerId::A : PartnerId::B);
  if (agreement.when.empty()) return who;
  return QCoreApplication::translate("Agreement", "%1 · %2").arg(who, QString::fromStdString(agreement.when));
}

}  // namespace footbridge::gui
