// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/way_back.h"

#include <QCoreApplication>

namespace footbridge::gui {
namespace {

bool isPlace(PageName page) {
  switch (page) {
    case PageName::Today:
    case PageName::Practices:
    case PageName::Journey:
    case PageName::Story:
    case PageName::Watch:
    case PageName::Viewing:
      return true;
    default:
      return false;
  }
}

}  // namespace

void WayBack::cameFrom(PageName page) {
  if (isPlace(page)) m_page = page;
}

void WayBack::beginFrom(PageName page) {
  m_page = isPlace(page) ? page : m_usual;
}

QString WayBack::words() const {
  const auto say = [](const char* text) { return QCoreApplication::translate("WayBack", text); };
  switch (m_page) {
    case PageName::Today:
      return say("‹ Today");
    case PageName::Practices:
      return say("‹ Practices");
    case PageName::Journey:
      return say("‹ The journey");
    case PageName::Story:
      return say("‹ Our story");
    case PageName::Watch:
      return say("‹ Watch together");
    default:
      return say("‹ Back");
  }
}

}  // namespace footbridge::gui
