// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/sheet_words.h"

#include "domain/exercise.h"

namespace footbridge::gui {

QString letterOf(PartnerId partner) {
  return partner == PartnerId::A ? QStringLiteral("A") : QStringLiteral("B");
}

QString SheetNames::called(PartnerId partner) const {
  return of(partner).isEmpty() ? letterOf(partner) : of(partner);
}

QString SheetWords::said(std::string_view text) const {
  return QString::fromStdString(
      withNames(text, m_names.called(m_whose).toStdString(), m_names.called(otherOf(m_whose)).toStdString()));
}

}  // namespace footbridge::gui
