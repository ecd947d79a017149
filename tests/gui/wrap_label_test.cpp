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
