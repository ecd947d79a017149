// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

#include "domain/ids.h"

namespace footbridge::gui {

/// What the two are called on paper. Empty: their letters, and a line to write the name on.
struct SheetNames {
  QString a;
  QString b;

  [[nodiscard]] const QString& of(PartnerId partner) const { return partner == PartnerId::A ? a : b; }
  /// The name, or the letter that stands for it.
  [[nodiscard]] QString called(PartnerId partner) const;
};

[[nodiscard]] QString letterOf(PartnerId partner);

/// Text of an exercise as it is said to one of them.
class SheetWords {
 public:
  SheetWords(SheetNames names, PartnerId whose) : m_names(std::move(names)), m_whose(whose) {}

  [[nodiscard]] QString said(std::string_view text) const;
  [[nodiscard]] const SheetNames& names() const { return m_names; }
  [[nodiscard]] PartnerId whose() const { return m_whose; }
  /// The same with the names changed over, for lines of a step that is guessed.
  [[nodiscard]] SheetWords asPartner() const { return {m_names, otherOf(m_whose)}; }

 private:
  SheetNames m_names;
  PartnerId m_whose;
};

}  // namespace footbridge::gui
