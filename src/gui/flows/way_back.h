// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "gui/page_name.h"

namespace footbridge::gui {

/// Where a page was come to from, so that its way back leads there.
class WayBack {
 public:
  explicit WayBack(PageName usual) : m_usual(usual), m_page(usual) {}

  /// Somebody goes on from this page. Only a place is remembered; what leads through, as a lock page does, is not.
  void cameFrom(PageName page);
  /// The same, but from anything that is no place the way back is the usual one.
  void beginFrom(PageName page);
  [[nodiscard]] PageName page() const { return m_page; }
  [[nodiscard]] bool isUsual() const { return m_page == m_usual; }
  /// "‹ Our story".
  [[nodiscard]] QString words() const;

 private:
  PageName m_usual;
  PageName m_page;
};

}  // namespace footbridge::gui
