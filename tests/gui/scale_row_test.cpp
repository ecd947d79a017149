// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/scale_row.h"

#include <QAccessible>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>
#include <vector>

#include "catch.h"
#include "reader_hand.h"

namespace footbridge::gui {
namespace {

struct TwoRows {
  TwoRows() {
    auto* column = new QVBoxLayout(&page);
    column->addWidget(upper);
    column->addWidget(lower);
    page.show();
    QObject::connect(upper, &ScaleRow::marked, &page, [this](std::optional<ScaleMark> mark) { heard.push_back(mark); });
  }
  QWidget page;
  ScaleRow* upper = new ScaleRow(&page);
  ScaleRow* lower = new ScaleRow(&page);
  std::vector<std::optional<ScaleMark>> heard;
};

QPushButton* square(const ScaleRow* row, int mark) {
  return row->findChild<QPushButton*>(QStringLiteral("score%1").arg(mark));
}

std::optional<ScaleMark> of(int mark) {
  return ScaleMark{Score::from(mark)};
}

}  // namespace

TEST_CASE("a row is blank until somebody marks it", "[scale]") {
  TwoRows rows;
  CHECK_FALSE(rows.upper->mark().has_value());
  QTest::mouseClick(square(rows.upper, 4), Qt::LeftButton);
  CHECK(rows.upper->mark() == of(4));
  CHECK(rows.heard == std::vector{of(4)});
  CHECK(square(rows.upper, 4)->isChecked());
}

TEST_CASE("what a screen reader marks is marked", "[scale]") {
  TwoRows rows;
  rows.upper->setMayNotComeUp(true);
  probe::pressAsReader(*square(rows.upper, 1));
  CHECK(rows.upper->mark() == of(1));
  probe::pressAsReader(*square(rows.upper, 1));  // it stays, as at a second click
  CHECK(rows.upper->mark() == of(1));
  CHECK(square(rows.upper, 1)->isChecked());
  probe::pressAsReader(*rows.upper->findChild<QPushButton*>(QStringLiteral("notComeUp")));
  CHECK(rows.upper->mark() == ScaleMark{});
  CHECK_FALSE(square(rows.upper, 1)->isChecked());
  CHECK(rows.heard == std::vector{of(1), of(1), std::optional(ScaleMark{})});
}

TEST_CASE("keys 0 to 6 mark, arrows move the mark, Backspace takes it away", "[scale]") {
  TwoRows rows;
  const auto press = [&](int key) { QTest::keyClick(rows.upper->stop(), static_cast<Qt::Key>(key)); };
  press(Qt::Key_6);
  CHECK(rows.upper->mark() == of(6));
  press(Qt::Key_Right);
  CHECK(rows.upper->mark() == of(6));  // nothing lies beyond where the line has to come up
  press(Qt::Key_Left);
  CHECK(rows.upper->mark() == of(5));
  press(Qt::Key_7);
  CHECK(rows.upper->mark() == of(5));
  press(Qt::Key_Backspace);
  CHECK_FALSE(rows.upper->mark().has_value());
}

TEST_CASE("did not come up is no score, and only where it may be", "[scale]") {
  TwoRows rows;
  auto* aside = rows.upper->findChild<QPushButton*>(QStringLiteral("notComeUp"));
  CHECK(aside->isHidden());
  rows.upper->setMayNotComeUp(true);
  QTest::mouseClick(aside, Qt::LeftButton);
  REQUIRE(rows.upper->mark().has_value());
  CHECK_FALSE(rows.upper->mark()->score.has_value());
}

TEST_CASE("up and down go from row to row", "[scale]") {
  TwoRows rows;
  rows.upper->stop()->setFocus();
  QTest::keyClick(rows.upper->stop(), Qt::Key_Down);
  CHECK(rows.page.focusWidget() == rows.lower->stop());
  QTest::keyClick(rows.lower->stop(), Qt::Key_Up);
  CHECK(rows.page.focusWidget() == rows.upper->stop());
}

TEST_CASE("a row is one stop for the Tab key", "[scale]") {
  TwoRows rows;
  rows.upper->setMark(of(3));
  int stops = 0;
  for (const QPushButton* button : rows.upper->findChildren<QPushButton*>())
    stops += (button->focusPolicy() & Qt::TabFocus) == Qt::TabFocus ? 1 : 0;
  CHECK(stops == 1);
  CHECK((square(rows.upper, 3)->focusPolicy() & Qt::TabFocus) == Qt::TabFocus);
}

TEST_CASE("setting a mark from outside is not heard as one by hand", "[scale]") {
  TwoRows rows;
  rows.upper->setMark(of(2));
  CHECK(rows.heard.empty());
  CHECK(square(rows.upper, 2)->isChecked());
}

TEST_CASE("a screen reader meets the parts of a row in the order in which they stand", "[scale]") {
  TwoRows rows;
  rows.upper->setMayNotComeUp(true);
  rows.upper->setEnds(QStringLiteral("not at all"), QStringLiteral("very much"));
  rows.page.adjustSize();
  QTest::qWait(1);
  const QAccessibleInterface* row = QAccessible::queryAccessibleInterface(rows.upper);
  int before = -1;
  int met = 0;
  for (int i = 0; i < row->childCount(); ++i) {
    const QAccessibleInterface* part = row->child(i);
    if (part->state().invisible) continue;
    CAPTURE(part->text(QAccessible::Name).toStdString());
    CHECK(part->rect().left() > before);
    before = part->rect().left();
    ++met;
  }
  CHECK(met == 10);  // seven squares, the words at both ends, and "Did not come up"
}

TEST_CASE("each square says its line and what it means", "[scale]") {
  TwoRows rows;
  rows.upper->setWords(QStringLiteral("I said so."), {QStringLiteral("not true"), QStringLiteral("a little"),
                                                      QStringLiteral("mostly"), QStringLiteral("very true")});
  CHECK(square(rows.upper, 4)->accessibleName() == QStringLiteral("I said so.: 4, mostly"));
  CHECK(square(rows.upper, 3)->accessibleName() == QStringLiteral("I said so.: 3"));
}

}  // namespace footbridge::gui
