// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace footbridge::gui {

/// Draws a card of the story: its edge in whose colour, the day, a title and one line, and that it leads on. Where the
/// list is narrow the day stands above, and title and line go on over several lines.
class StoryCardDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  /// Whether a list so wide, in pixels, is narrow at the present size of text; in one that is not, all cards are of one
  /// height.
  [[nodiscard]] static bool isNarrow(int listWidth);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace footbridge::gui
