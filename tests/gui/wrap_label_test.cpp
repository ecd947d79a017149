// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/wrap_label.h"

#include <QFontMetricsF>
#include <QImage>
#include <algorithm>
#include <cmath>

#include "catch.h"

using namespace footbridge::gui;

namespace {

const QString kWords =
    QStringLiteral("Some evenings one of you has nothing left, and lovingkindness is a long word for it.");

QImage pictureOf(WrapLabel& label, int width) {
  label.resize(width, label.heightForWidth(width));
  QImage picture(label.size(), QImage::Format_ARGB32_Premultiplied);
  picture.fill(Qt::white);
  label.render(&picture);
  return picture;
}

/// How wide the words of one line of a picture are.
int inkOf(const QImage& picture, int from, int to) {
  int left = picture.width();
  int right = 0;
  for (int y = from; y < std::min(to, picture.height()); ++y) {
    for (int x = 0; x < picture.width(); ++x) {
      if (qGray(picture.pixel(x, y)) > 128) continue;
      left = std::min(left, x);
      right = std::max(right, x);
    }
  }
  return std::max(0, right - left);
}

}  // namespace

TEST_CASE("A wrapped label is as wide as its longest word, and no wider than that need be", "[wrap_label]") {
  const WrapLabel label(kWords);
  const QFontMetricsF metrics(label.font());
  double longest = 0;
  for (const QString& word : kWords.split(u' ')) longest = std::max(longest, metrics.horizontalAdvance(word));
  CHECK(label.minimumSizeHint().width() >= std::floor(longest));
  CHECK(label.minimumSizeHint().width() <= std::ceil(longest) + 3);
}

TEST_CASE("A label measured when it is narrow still knows its longest word", "[wrap_label]") {
  const WrapLabel narrow(kWords);
  static_cast<void>(narrow.heightForWidth(20));
  const WrapLabel fresh(kWords);
  CHECK(narrow.minimumSizeHint() == fresh.minimumSizeHint());
}

TEST_CASE("However often and at whatever widths it was measured, a label draws the same", "[wrap_label]") {
  WrapLabel fresh(kWords);
  WrapLabel measured(kWords);
  for (const int width : {700, 40, 260, 900, 180}) static_cast<void>(measured.heightForWidth(width));
  CHECK(pictureOf(measured, 260) == pictureOf(fresh, 260));
  CHECK(pictureOf(measured, 500) == pictureOf(fresh, 500));
}

TEST_CASE("A label follows its text and its alignment", "[wrap_label]") {
  WrapLabel label(kWords);
  const QImage left = pictureOf(label, 300);
  label.setAlignment(Qt::AlignHCenter);
  CHECK(pictureOf(label, 300) != left);
  label.setAlignment(Qt::AlignLeft);
  CHECK(pictureOf(label, 300) == left);
  const int high = label.heightForWidth(300);
  label.setText(QStringLiteral("Short."));
  CHECK(label.heightForWidth(300) < high);
}

TEST_CASE("No word hangs alone beneath lines that begin at the left, and none of them is cut for it", "[wrap_label]") {
  const QString words = QStringLiteral("What you agree on will wait here for you. There is no hurry.");
  WrapLabel label(words);
  const QFontMetrics metrics(label.font());
  const int last = metrics.horizontalAdvance(QStringLiteral("hurry."));
  const int width = metrics.horizontalAdvance(words) - last / 2;
  const int high = label.heightForWidth(width);
  REQUIRE(high == 2 * label.heightForWidth(4000));
  const QImage picture = pictureOf(label, width);
  CHECK(inkOf(picture, high / 2, high) > last + metrics.horizontalAdvance(QStringLiteral("n")));
  CHECK(inkOf(picture, 0, high / 2) < width - last);
}

TEST_CASE("Two words that have no room beside each other stand one below the other", "[wrap_label]") {
  const QString words = QStringLiteral("Alexandra Samantha");
  WrapLabel label(words);
  const int width = QFontMetrics(label.font()).horizontalAdvance(words) - 10;
  const int high = label.heightForWidth(width);
  REQUIRE(high == 2 * label.heightForWidth(4000));
  const QImage picture = pictureOf(label, width);
  CHECK(inkOf(picture, 0, high / 2) > width / 3);
  CHECK(inkOf(picture, high / 2, high) > width / 3);
}

TEST_CASE("No word hangs alone beneath centred lines", "[wrap_label]") {
  WrapLabel label(QStringLiteral("Saying it aloud is enough for tonight, and then you may go on."));
  const int width = QFontMetrics(label.font()).horizontalAdvance(label.text()) - 10;  // too narrow for one line
  const int high = label.heightForWidth(width);
  REQUIRE(high == 2 * label.heightForWidth(4000));
  const QImage left = pictureOf(label, width);
  REQUIRE(inkOf(left, high / 2, high) < inkOf(left, 0, high / 2) / 2);
  label.setAlignment(Qt::AlignHCenter);
  CHECK(label.heightForWidth(width) == high);
  const QImage even = pictureOf(label, width);
  CHECK(inkOf(even, high / 2, high) > inkOf(even, 0, high / 2) / 2);
}
