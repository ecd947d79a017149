// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

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
};

}  // namespace footbridge::gui
