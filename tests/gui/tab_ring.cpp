// SPDX-License-Identifier: GPL-3.0-or-later
#include "tab_ring.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QStringList>
#include <QTest>
#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"

namespace footbridge::probe {
namespace {

using Stops = std::vector<QWidget*>;

std::string namesOf(const Stops& stops) {
  QStringList names;
  for (const QWidget* stop : stops) {
    const auto* button = qobject_cast<const QAbstractButton*>(stop);
    names << (button != nullptr ? QStringLiteral("%1 “%2”").arg(stop->objectName(), button->text())
                                : stop->objectName());
  }
  return names.join(QStringLiteral(", ")).toStdString();
}

/// Those that exclude each other, of which the stop is one; none where it stands for itself.
QList<QAbstractButton*> choiceOf(const QWidget* stop) {
  const auto* button = qobject_cast<const QAbstractButton*>(stop);
  if (button == nullptr) return {};
  if (button->group() != nullptr && button->group()->exclusive()) return button->group()->buttons();
  QList<QAbstractButton*> choice;
  if (!button->autoExclusive()) return choice;
  for (auto* beside : stop->parentWidget()->findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly))
    if (beside->autoExclusive()) choice << beside;
  return choice;
}

/// The first of those that exclude each other, in place of any of them.
QWidget* headOf(QWidget* stop) {
  const auto choice = choiceOf(stop);
  return choice.isEmpty() ? stop : choice.front();
}

/// Stops at which another of those that exclude each other is the chosen one.
Stops besideChosen(const Stops& met) {
  Stops beside;
  std::ranges::copy_if(met, std::back_inserter(beside), [](const QWidget* stop) {
    return std::ranges::any_of(choiceOf(stop), [stop](const auto* one) { return one != stop && one->isChecked(); });
  });
  return beside;
}

/// All that a round has to meet.
Stops reachable(const QWidget& window) {
  Stops stops;
  for (QWidget* one : window.findChildren<QWidget*>()) {
    const bool isStop = (one->focusPolicy() & Qt::TabFocus) != 0 && one->focusProxy() == nullptr;
    const bool isOn = isStop && one->isVisible() && one->isEnabled();
    if (isOn && std::ranges::find(stops, headOf(one), headOf) == stops.end()) stops.push_back(one);
  }
  return stops;
}

/// What the key meets until it comes to something for the second time; that is the last.
Stops round(QWidget& window, std::size_t most, Qt::KeyboardModifiers with) {
  // Only in a window that has the keyboard does a field learn that the keyboard came to it.
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  Stops met;
  while (met.size() <= most) {
    QWidget* at = window.focusWidget();
    QTest::keyClick(at != nullptr ? at : &window, Qt::Key_Tab, with);
    QWidget* next = window.focusWidget();
    const bool isAgain = std::ranges::find(met, next) != met.end();
    met.push_back(next);
    if (isAgain || next == nullptr) break;
  }
  return met;
}

Stops heads(Stops stops) {
  std::ranges::transform(stops, stops.begin(), headOf);
  std::ranges::sort(stops);
  return stops;
}

}  // namespace

std::vector<QWidget*> tabRound(QWidget& window) {
  QWidget* before = window.focusWidget();
  window.setFocus();
  Stops met = round(window, reachable(window).size(), Qt::NoModifier);
  met.pop_back();  // the first once more
  if (before != nullptr) before->setFocus();
  return met;
}

void checkTabRing(QWidget& window) {
  const Stops wanted = reachable(window);
  Stops there = round(window, wanted.size(), Qt::NoModifier);
  INFO("there: " << namesOf(there) << "\n wanted: " << namesOf(wanted));
  // It comes round to where it began.
  REQUIRE(there.size() > 1);
  CHECK(there.back() == there.front());
  there.pop_back();
  CHECK(heads(there) == heads(wanted));
  // Both rounds begin at the same stop, which has the keyboard by now.
  Stops back = round(window, wanted.size(), Qt::ShiftModifier);
  INFO(" back: " << namesOf(back));
  for (const Stops& met : {there, back}) {
    const Stops beside = besideChosen(met);
    INFO(" not the chosen one: " << namesOf(beside));
    CHECK(beside.empty());
  }
  back.pop_back();
  std::ranges::reverse(back);
  CHECK(back == there);
}

}  // namespace footbridge::probe
