// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/setting.h"

namespace footbridge::gui {

QString endWords(const Setting& setting) {
  if (setting.locksAfter) return QCoreApplication::translate("Setting", "Lock, and done");
  const bool anyProtected = setting.isProtected[0] || setting.isProtected[1];
  return anyProtected ? QCoreApplication::translate("Setting", "Done")
                      : QCoreApplication::translate("Setting", "Back to Today");
}

QString tintOf(PartnerId partner) {
  return partner == PartnerId::A ? QStringLiteral("a") : QStringLiteral("b");
}

QString fromUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Showing::Showing(const Exercise& anExercise, const practice::Screen& aScreen, const Setting& aSetting,
                 const Step* aStep)
    : exercise(anExercise), screen(aScreen), setting(aSetting), step(aStep) {}

const practice::StepScreen* Showing::stepScreen() const {
  return std::get_if<practice::StepScreen>(&screen.body);
}

QString Showing::said(std::string_view text) const {
  return setting.couple.said(text, writer.value_or(alone().value_or(PartnerId::A)));
}

QString Showing::line(std::string_view text) const {
  if (!asPartner) return said(text);
  return setting.couple.said(text, otherOf(alone().value_or(PartnerId::A)));
}

QString Showing::tint() const {
  const auto who = alone();
  return who ? tintOf(*who) : QStringLiteral("ours");
}

}  // namespace footbridge::gui
