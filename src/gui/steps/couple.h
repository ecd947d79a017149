// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>
#include <string_view>

#include "domain/partner.h"

namespace footbridge::gui {

/// The two who sit at the laptop; `b` is absent in a journal kept by one person alone.
struct Couple {
  std::optional<Partner> a;
  std::optional<Partner> b;

  [[nodiscard]] const std::optional<Partner>& of(PartnerId id) const { return id == PartnerId::A ? a : b; }
  /// "your partner" for somebody who is not in the journal.
  [[nodiscard]] QString name(PartnerId id) const {
    const auto& partner = of(id);
    if (partner) return QString::fromStdString(partner->name.text());
    return QCoreApplication::translate("Couple", "your partner");
  }
  [[nodiscard]] bool isTwo() const { return a && b; }
  /// A text of an exercise as `me` reads it.
  [[nodiscard]] QString said(std::string_view text, PartnerId me) const;
};

/// A text of an exercise with the names put in; without a partner, "your partner", or "my partner" in a sentence that
/// is said as "I", large where it begins one.
[[nodiscard]] QString withNamesIn(std::string_view text, const QString& me, const std::optional<QString>& partner);

}  // namespace footbridge::gui
