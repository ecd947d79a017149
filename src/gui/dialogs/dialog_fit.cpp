// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/dialog_fit.h"

#include <QBoxLayout>
#include <QDialog>
#include <QScreen>
#include <QScrollArea>
#include <algorithm>
#include <cassert>
#include <vector>

#include "gui/look/look.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {
namespace {

constexpr int kRim = 24;

int heightOf(const QLayout& layout, int width) {
  return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

QSize roomFor(const QDialog& dialog) {
  const QWidget* window = dialog.parentWidget() != nullptr ? dialog.parentWidget()->window() : nullptr;
  return (window != nullptr ? window->size() : dialog.screen()->availableSize()) - QSize(kRim, kRim);
}

}  // namespace

int widthFor(const QDialog& dialog, int width) {
  return std::min(look::px(width), roomFor(dialog).width());
}

void fitDialog(QDialog& dialog, const QScrollArea& scroll, int width) {
  const int wide = widthFor(dialog, width);
  const QLayout* words = scroll.widget()->layout();
  const int wanted = heightOf(*words, wide);
  const int around = std::max(0, heightOf(*dialog.layout(), wide) - scroll.sizeHint().height());
  dialog.setMinimumSize(0, 0);
  dialog.resize(wide, std::min(wanted + around, roomFor(dialog).height()));
  if (QWidget* focus = dialog.focusWidget()) PageScroll::follow(*focus);
}

void growToWords(QDialog& dialog) {
  dialog.layout()->activate();
  const int wanted = dialog.layout()->totalHeightForWidth(dialog.width());
  dialog.resize(dialog.width(), std::min(std::max(dialog.height(), wanted), roomFor(dialog).height()));
}

void wrapButtons(QWidget& line) {
  auto* row = qobject_cast<QBoxLayout*>(line.layout());
  assert(row != nullptr);
  std::vector<QLayoutItem*> items;
  while (QLayoutItem* item = row->takeAt(0)) items.push_back(item);
  const QMargins margins = row->contentsMargins();
  const int gap = row->spacing();
  delete row;
  auto* column = new QVBoxLayout(&line);
  column->setContentsMargins(margins);
  auto* flow = new FlowLayout(nullptr, gap);
  column->addLayout(flow);
  for (QLayoutItem* item : items) flow->addItem(item);
}

}  // namespace footbridge::gui
