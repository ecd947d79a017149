// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/couple.h"

#include <string>

#include "domain/exercise.h"

namespace footbridge::gui {

namespace {

constexpr std::string_view kPartnerMark = "{partner}";

bool beginsSentence(std::string_view before) {
  if (before.empty() || before.ends_with('\n')) return true;
  return before.ends_with(". ") || before.ends_with("? ");
}

/// Names are written as their owners write them; this is none.
std::string withSomebodyAtStarts(std::string_view text) {
  const std::string large = QCoreApplication::translate("Couple", "Your partner").toStdString();
  std::string result;
  while (!text.empty()) {
    const std::size_t mark = text.find(kPartnerMark);
    result.append(text.substr(0, mark));
    if (mark == std::string_view::npos) break;
    result.append(beginsSentence(result) ? std::string_view(large) : kPartnerMark);
    text.remove_prefix(mark + kPartnerMark.size());
  }
  return result;
}

QString put(std::string_view text, const QString& me, const QString& partner) {
  return QString::fromStdString(withNames(text, me.toStdString(), partner.toStdString()));
}

}  // namespace

QString withNamesIn(std::string_view text, const QString& me, const std::optional<QString>& partner) {
  if (partner) return put(text, me, *partner);
  return put(withSomebodyAtStarts(text), me, QCoreApplication::translate("Couple", "your partner"));
}

QString Couple::said(std::string_view text, PartnerId me) const {
  const bool isThere = of(otherOf(me)).has_value();
  return withNamesIn(text, name(me), isThere ? std::optional(name(otherOf(me))) : std::nullopt);
}

}  // namespace footbridge::gui
