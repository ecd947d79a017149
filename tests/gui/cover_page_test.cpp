// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/cover_page.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "gui/look/look.h"
#include "privacy_probe.h"
#include "story_sample.h"

using namespace footbridge;

TEST_CASE("a double click leads from the cover to the lock screen, and no key or single click does") {
  gui::CoverPage page(sample::kToday);
  page.show();
  QSignalSpy uncovered(&page, &gui::CoverPage::uncovered);
  QTest::keyClick(&page, Qt::Key_Space);
  QTest::keyClick(&page, Qt::Key_Escape);
  QTest::mouseClick(&page, Qt::LeftButton);
  CHECK(uncovered.count() == 0);
  QTest::mouseDClick(&page, Qt::LeftButton);
  CHECK(uncovered.count() == 1);
}

TEST_CASE("a double click that began on the button that hides leaves the cover where it is") {
  gui::CoverPage page(sample::kToday);
  page.show();
  QSignalSpy uncovered(&page, &gui::CoverPage::uncovered);
  QTest::mouseDClick(&page, Qt::LeftButton);  // its first press was elsewhere
  CHECK(uncovered.count() == 0);
  QTest::mouseClick(&page, Qt::LeftButton);
  QTest::mouseDClick(&page, Qt::LeftButton);
  CHECK(uncovered.count() == 1);
}

TEST_CASE("the cover is a month like any other, without a name or a colour of ours") {
  gui::CoverPage page(sample::kToday);
  page.resize(1024, 640);
  page.show();
  CHECK(page.findChildren<QLabel*>().size() == 1 + 7 + 30);
  CHECK(page.accessibleName() == QStringLiteral("November 2026"));
  CHECK(probe::child<QLabel>(page, "monthLabel").text() == QStringLiteral("November 2026"));
  CHECK_FALSE(probe::anywhere(page, QStringLiteral("ootbridge")));
  const QImage seen = page.grab().toImage();
  const gui::Theme& theme = gui::look::theme();
  int coloured = 0;
  int ours = 0;
  for (int y = 0; y < seen.height(); y += 2) {
    for (int x = 0; x < seen.width(); x += 2) {
      const QColor pixel = seen.pixelColor(x, y);
      // Letters may be smoothed in colour, and then only a little.
      if (pixel.saturation() > 60 && pixel.value() > 60) ++coloured;
      if (pixel == theme.paper || pixel == theme.ours.ink) ++ours;
    }
  }
  CHECK(ours == 0);
  CHECK(coloured < 50);
}

TEST_CASE("the cover is dark where the window was, and changes with it") {
  gui::CoverPage page(sample::kToday);
  page.resize(1024, 640);
  page.show();
  const auto lightness = [&page] {
    const QImage seen = page.grab().toImage();
    return std::pair(seen.pixelColor(4, 4).lightness(), seen.pixelColor(300, 500).lightness());
  };
  CHECK(lightness().first > 200);
  gui::Appearance appearance = gui::look::appearance();
  const gui::Appearance before = appearance;
  appearance.theme = gui::ThemeChoice::Dark;
  gui::look::apply(*qApp, appearance);
  CHECK(lightness().first < 60);
  CHECK(lightness().second < 70);
  gui::look::apply(*qApp, before);
  CHECK(lightness().first > 200);
}
