// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/dialog_fit.h"

#include <QDialog>
#include <QLayout>
#include <QScreen>
#include <QScrollArea>
#include <algorithm>

#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

constexpr int kRim = 24;

QSize roomFor(const QDialog& dialog) {
  const QWidget* window = dialog.parentWidget() != nullptr ? dialog.parentWidget()->window() : nullptr;
  return (window != nullptr ? window->size() : dialog.screen()->availableSize()) - QSize(kRim, kRim);
}

}  // namespace

void fitDialog(QDialog& dialog, const QScrollArea& scroll, int width) {
  const QSize room = roomFor(dialog);
  const int wide = std::min(look::px(width), room.width());
  QLayout* words = scroll.widget()->layout();
  const int wanted = words->hasHeightForWidth() ? words->totalHeightForWidth(wide) : words->totalSizeHint().height();
  const int around = std::max(0, dialog.layout()->totalSizeHint().height() - scroll.sizeHint().height());
  dialog.setMinimumSize(0, 0);
  dialog.resize(wide, std::min(wanted + around, room.height()));
}

void growToWords(QDialog& dialog) {
  dialog.layout()->activate();
  const int wanted = dialog.layout()->totalHeightForWidth(dialog.width());
  dialog.resize(dialog.width(), std::min(std::max(dialog.height(), wanted), roomFor(dialog).height()));
}

}  // namespace footbridge::gui
