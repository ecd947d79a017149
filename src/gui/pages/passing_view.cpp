// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/passing_view.h"

#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTextEdit>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {
namespace {

void forget(QWidget& view) {
  const QSignalBlocker quiet(&view);
  for (auto* edit : view.findChildren<QPlainTextEdit*>()) {
    const QSignalBlocker editQuiet(edit);
    edit->clear();
    edit->setAccessibleName({});
  }
  for (auto* edit : view.findChildren<QTextEdit*>()) {
    const QSignalBlocker editQuiet(edit);
    edit->clear();
  }
  for (auto* edit : view.findChildren<QLineEdit*>()) {
    const QSignalBlocker editQuiet(edit);
    edit->clear();
  }
  for (auto* list : view.findChildren<QListWidget*>()) list->clear();
  for (auto* label : view.findChildren<QLabel*>()) label->clear();
  for (auto* child : view.findChildren<QWidget*>()) {
    child->setAccessibleName({});
    child->setAccessibleDescription({});
  }
}

}  // namespace

void dropView(QScrollArea& page) {
  QWidget* old = page.takeWidget();
  if (old == nullptr) return;
  old->hide();
  forget(*old);
  old->deleteLater();
}

void fitEdges(QWidget& page) {
  constexpr int kBeside = 34;  // the scroll bar and the gap before it, which lie in the right edge
  const int side = PageScroll::edgeAt(page.width());
  const int outer = std::max(0, side - kBeside);
  QLayout* column = page.layout();
  QMargins margins = column->contentsMargins();
  margins.setLeft(side);
  margins.setRight(outer);
  column->setContentsMargins(margins);
  for (int i = 0; i < column->count(); ++i) {
    QWidget* widget = column->itemAt(i)->widget();
    if (auto* area = qobject_cast<PageScroll*>(widget)) {
      area->setProperty("barRoom", side - outer);
      continue;
    }
    QLayout* row = widget != nullptr ? widget->layout() : column->itemAt(i)->layout();
    if (row == nullptr) continue;
    QMargins inner = row->contentsMargins();
    inner.setRight(side - outer);
    row->setContentsMargins(inner);
  }
}

void collectFocusable(QLayoutItem* item, QList<QWidget*>& found) {
  if (QLayout* layout = item->layout()) {
    for (int i = 0; i < layout->count(); ++i) collectFocusable(layout->itemAt(i), found);
  }
  QWidget* widget = item->widget();
  if (widget == nullptr) return;
  if (widget->focusPolicy() != Qt::NoFocus) found << widget;
  const bool isOwnWorld = qobject_cast<QAbstractScrollArea*>(widget) || qobject_cast<QPushButton*>(widget);
  if (!isOwnWorld && widget->layout() != nullptr) collectFocusable(widget->layout(), found);
}

}  // namespace footbridge::gui
