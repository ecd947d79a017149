// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/leave_on_escape.h"

#include <QSignalSpy>
#include <QTest>

#include "catch.h"
#include "gui/pages/journey_page.h"
#include "gui/pages/note_page.h"
#include "gui/pages/open_lines_page.h"
#include "gui/pages/take_out_page.h"
#include "gui/pages/viewing_page.h"

using namespace footbridge::gui;

namespace {

template <typename Page>
void checkEscape(void (Page::*back)()) {
  Page page;
  QSignalSpy left(&page, back);
  page.show();
  page.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&page));
  INFO(page.metaObject()->className());
  QTest::keyClick(page.focusWidget() != nullptr ? page.focusWidget() : &page, Qt::Key_Escape);
  CHECK(left.count() == 1);
}

}  // namespace

TEST_CASE("Escape goes back from every page that keeps what is on it") {
  checkEscape(&OpenLinesPage::backAsked);
  checkEscape(&NotePage::backAsked);
  checkEscape(&TakeOutPage::backAsked);
  checkEscape(&ViewingPage::backAsked);
  checkEscape(&JourneyPage::practicesAsked);
}
