// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/fold_check.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <algorithm>

#include "gui/look/button_role.h"
#include "gui/widgets/steady_foot.h"

namespace footbridge::app {
namespace {

using gui::look::ButtonRole;

/// A frame or a shadow may lie on the edge.
constexpr int kSlack = 1;

QString nameOf(const QWidget& widget, const QString& words) {
  return widget.objectName() + QStringLiteral(" (") + words.left(40) + QLatin1Char(')');
}

/// The part of the page that is on screen, or the window where nothing scrolls.
const QWidget* seenThrough(const QWidget& widget) {
  for (const QWidget* one = &widget; one->parentWidget() != nullptr && !one->isWindow(); one = one->parentWidget()) {
    const auto* area = qobject_cast<const QAbstractScrollArea*>(one->parentWidget());
    if (area != nullptr && area->viewport() == one) return one;
  }
  return widget.window();
}

QRect placeIn(const QWidget& widget, const QWidget& seen) {
  return {widget.mapTo(&seen, QPoint(0, 0)), widget.size()};
}

bool wholeInSight(const QWidget& widget) {
  const QWidget* seen = seenThrough(widget);
  const QRect room = seen->rect().adjusted(-kSlack, -kSlack, kSlack, kSlack);
  if (!room.contains(placeIn(widget, *seen))) return false;
  // What lies over it: the row of buttons that stays.
  const QRect visible = widget.visibleRegion().boundingRect();
  return visible.height() + 2 * kSlack >= widget.height();
}

bool tooSmall(const QLabel& label) {
  if (label.wordWrap()) {
    const int needed = label.heightForWidth(label.width());
    return label.height() + kSlack < needed || label.width() + kSlack < label.minimumSizeHint().width();
  }
  return label.width() + kSlack < label.minimumSizeHint().width() ||
         label.height() + kSlack < label.minimumSizeHint().height();
}

bool beyondTheSides(const QWidget& widget) {
  const QWidget* seen = seenThrough(widget);
  const QRect place = placeIn(widget, *seen);
  if (place.left() < -kSlack || place.right() > seen->width() - 1 + kSlack) return true;
  return seen == widget.window() && (place.top() < -kSlack || place.bottom() > seen->height() - 1 + kSlack);
}

void checkLabels(const QWidget& window, QStringList& amiss) {
  for (const auto* label : window.findChildren<QLabel*>()) {
    if (!label->isVisible() || label->text().isEmpty()) continue;
    if (tooSmall(*label)) amiss << QStringLiteral("cut off: ") + nameOf(*label, label->text());
    if (beyondTheSides(*label)) amiss << QStringLiteral("beyond the edge: ") + nameOf(*label, label->text());
  }
}

void checkButtons(const QWidget& window, QStringList& amiss) {
  for (const auto* button : window.findChildren<QPushButton*>()) {
    if (!button->isVisible()) continue;
    const QSize needed = button->minimumSizeHint();
    const bool cut = button->width() + kSlack < needed.width() || button->height() + kSlack < needed.height();
    if (cut && !button->text().isEmpty()) amiss << QStringLiteral("cut off: ") + nameOf(*button, button->text());
    if (beyondTheSides(*button)) amiss << QStringLiteral("beyond the edge: ") + nameOf(*button, button->text());
  }
}

QList<const QPushButton*> shownAs(ButtonRole role, const QWidget& window) {
  QList<const QPushButton*> buttons;
  for (const auto* button : window.findChildren<QPushButton*>()) {
    if (button->isVisible() && gui::look::roleOf(button) == role) buttons << button;
  }
  return buttons;
}

bool staysInSight(const QPushButton* button) {
  const QWidget* parent = button;
  while (parent != nullptr && qobject_cast<const gui::SteadyFoot*>(parent) == nullptr) parent = parent->parentWidget();
  return parent != nullptr;
}

/// The one thing to do next, or, where there is none, what stands in somebody's colour. Of several one is enough,
/// but what is in the row that ends a page is there to stay in sight.
void checkMainButton(const QWidget& window, QStringList& amiss) {
  const auto next = shownAs(ButtonRole::Go, window);
  const auto tinted = shownAs(ButtonRole::Tinted, window);
  const auto inSight = [](const QPushButton* button) { return wholeInSight(*button); };
  const auto& main = next.isEmpty() ? tinted : next;
  const bool noneInSight = !main.isEmpty() && std::ranges::none_of(main, inSight);
  for (const auto* button : next + tinted) {
    const bool isMissed = staysInSight(button) || (noneInSight && button == main.front());
    if (isMissed && !inSight(button))
      amiss << QStringLiteral("the main button is out of sight: ") + nameOf(*button, button->text());
  }
}

bool isWrittenIn(const QWidget& window) {
  const auto open = [](const auto* edit) { return edit->isVisible() && !edit->isReadOnly(); };
  const auto pages = window.findChildren<QTextEdit*>();
  const auto fields = window.findChildren<QPlainTextEdit*>();
  return std::ranges::any_of(pages, open) || std::ranges::any_of(fields, open);
}

/// Named `tagLabel` on every page where one partner writes.
void checkPrivacy(const QWidget& window, QStringList& amiss) {
  for (const auto* tag : window.findChildren<QLabel*>(QStringLiteral("tagLabel"))) {
    if (tag->isVisible() && !wholeInSight(*tag)) amiss << QStringLiteral("who can read this is out of sight");
  }
  if (!isWrittenIn(window)) return;
  const auto* ask = window.findChild<QLabel*>(QStringLiteral("askLabel"));
  if (ask != nullptr && ask->isVisible() && !wholeInSight(*ask))
    amiss << QStringLiteral("the ask that grows is out of sight");
}

}  // namespace

QStringList amissIn(const QWidget& window, bool roomy) {
  QStringList amiss;
  checkLabels(window, amiss);
  checkButtons(window, amiss);
  if (!roomy) return amiss;
  checkMainButton(window, amiss);
  checkPrivacy(window, amiss);
  return amiss;
}

}  // namespace footbridge::app
