// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/safety_page.h"

#include "catch.h"

using namespace footbridge;

TEST_CASE("The safety page says how far its numbers can be trusted, and stands without them") {
  gui::SafetyPage page;
  auto* notice = page.findChild<QWidget*>(QStringLiteral("noticeLabel"));
  REQUIRE(notice != nullptr);
  CHECK(notice->isHidden());
  page.showHelpLines({}, QStringLiteral("Numbers change."));
  CHECK_FALSE(notice->isHidden());
  CHECK(notice->property("text").toString() == QStringLiteral("Numbers change."));
  page.showHelpLines({}, {});
  CHECK(notice->isHidden());
}
