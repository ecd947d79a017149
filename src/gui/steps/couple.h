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
  /// As it stands in a sentence; "your partner" for somebody who is not in the journal. For the screen and for paper
  /// alone: see nameToSay.
  [[nodiscard]] QString name(PartnerId id) const;
  /// As something speaks of them that `owner` kept before the other joined: the other in it is not here.
  [[nodiscard]] Couple before(PartnerId owner) const;
  [[nodiscard]] bool isTwo() const { return a && b; }
  /// A text of an exercise as `me` reads it.
  [[nodiscard]] QString said(std::string_view text, PartnerId me) const;
};

/// A name as it stands in a sentence. Two who bear one name have a number each: A's is the first. Where its letters run
/// from right to left it is set apart, so that it turns nothing round that stands beside it; the marks that do so are
/// for the screen and for paper, and no journal and no export has them.
[[nodiscard]] QString nameToSay(const Partner& partner, const std::optional<Partner>& other);

/// What is said on screen as somebody may go on writing it: without the marks of nameToSay.
[[nodiscard]] QString toWrite(QString said);

/// A text of an exercise with the names put in; without a partner, "your partner", or "my partner" in a sentence that
/// is said as "I", large where it begins one.
[[nodiscard]] QString withNamesIn(std::string_view text, const QString& me, const std::optional<QString>& partner);

}  // namespace footbridge::gui
