// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/loop_figure.h"

#include <QLabel>
#include <QVBoxLayout>

#include "at_text_size.h"
#include "catch.h"
#include "gui/look/look.h"
#include "gui/widgets/loop_path.h"

using namespace footbridge;

namespace {

struct Figure {
  gui::LoopFigure figure;
  Figure() {
    figure.setHalf(0, QStringLiteral("Alex"), QStringLiteral("goes quiet"), QStringLiteral("a"));
    figure.setHalf(1, QStringLiteral("Sam"), QStringLiteral("asks again"), QStringLiteral("b"));
    figure.resize(figure.sizeHint());
  }
  [[nodiscard]] QList<QLabel*> labels() const { return figure.findChildren<QLabel*>(); }
  /// How many points of one half's line bear the tint, out of all.
  [[nodiscard]] int inked(int half, const char* tint) {
    const QImage picture = figure.grab().toImage();
    const QColor ink = gui::look::tokenColour(gui::look::theme(), QString::fromLatin1(tint));
    const double wide = std::min(figure.width() / 2.0 - 12.0, gui::look::px(340) * 1.0);
    const QPainterPath path =
        gui::loopHalf(QPointF(figure.width() / 2.0, figure.height() / 2.0), wide, figure.height() / 2.0 - 12.0, half);
    int found = 0;
    for (int part = 5; part <= 95; part += 5) {
      const QPointF at = path.pointAtPercent(part / 100.0);
      found += picture.pixelColor(at.toPoint()) == ink ? 1 : 0;
    }
    return found;
  }
};

}  // namespace

TEST_CASE("the two halves are one way round, each leading on to the other") {
  const QPointF centre(300, 100);
  const QPainterPath left = gui::loopHalf(centre, 200, 80, 0);
  const QPainterPath right = gui::loopHalf(centre, 200, 80, 1);
  for (const QPainterPath& half : {left, right}) {
    CHECK((half.pointAtPercent(0) - centre).manhattanLength() < 0.01);
    CHECK((half.pointAtPercent(1) - centre).manhattanLength() < 0.01);
  }
  CHECK(left.boundingRect().right() <= centre.x() + 0.01);
  CHECK(right.boundingRect().left() >= centre.x() - 0.01);
  CHECK(left.boundingRect().left() == Approx(100));
  CHECK(right.boundingRect().right() == Approx(500));
  // Where one half comes in to the middle, the other goes on in the same direction.
  const auto turn = [](double one, double other) { return std::abs(std::remainder(one - other, 360.0)); };
  CHECK(turn(left.angleAtPercent(0.999), right.angleAtPercent(0.001)) < 5);
  CHECK(turn(right.angleAtPercent(0.999), left.angleAtPercent(0.001)) < 5);
}

TEST_CASE("each half says whose move it is, in words and for a screen reader, and neither is the first") {
  Figure it;
  REQUIRE(it.labels().size() == 2);
  CHECK(it.labels()[0]->text() == QStringLiteral("Alex\ngoes quiet"));
  CHECK(it.labels()[1]->text() == QStringLiteral("Sam\nasks again"));
  CHECK(it.figure.accessibleName().contains(QStringLiteral("neither is the first")));
  CHECK(it.figure.accessibleDescription() == QStringLiteral("Alex: goes quiet. Sam: asks again"));
  it.figure.setHalf(1, QStringLiteral("Sam"), {}, QStringLiteral("b"));
  CHECK(it.labels()[1]->text() == QStringLiteral("Sam"));
  CHECK(it.figure.accessibleDescription() == QStringLiteral("Alex: goes quiet. Sam: not said"));
}

TEST_CASE("each half is drawn in its owner's colour") {
  Figure it;
  CHECK(it.inked(0, "a") >= 17);
  CHECK(it.inked(0, "b") == 0);
  CHECK(it.inked(1, "b") >= 17);
  CHECK(it.inked(1, "a") == 0);
}

TEST_CASE("at any size the words lie in their own half") {
  Figure it;
  for (const QSize size : {it.figure.minimumSizeHint(), it.figure.sizeHint(), QSize(1040, 230), QSize(1040, 400)}) {
    it.figure.resize(size);
    it.figure.show();
    const QRect left = it.labels()[0]->geometry();
    const QRect right = it.labels()[1]->geometry();
    CHECK(it.figure.rect().contains(left));
    CHECK(it.figure.rect().contains(right));
    CHECK(left.right() < it.figure.width() / 2);
    CHECK(right.left() > it.figure.width() / 2);
  }
}

TEST_CASE("the words of a longer move are seen whole, however large the text") {
  const int percent = GENERATE(100, 200);
  const probe::AtTextSize textSize(percent);
  Figure it;
  it.figure.setHalf(0, QStringLiteral("Alex"), QStringLiteral("I ask again, faster and louder, and follow along"),
                    QStringLiteral("a"));
  QWidget page;
  auto* column = new QVBoxLayout(&page);
  column->addWidget(&it.figure);
  column->addStretch();
  page.resize(960, 1000);
  page.show();
  for (const QLabel* label : it.labels()) CHECK(label->height() >= label->heightForWidth(label->width()));
  it.figure.setParent(nullptr);
  for (const int width : {936, 700}) {
    it.figure.resize(width, it.figure.heightForWidth(width));
    it.figure.show();
    CAPTURE(percent, width);
    for (const QLabel* label : it.labels()) CHECK(label->height() >= label->heightForWidth(label->width()));
  }
}
