// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <memory>
#include <utility>
#include <vector>

#include "gui/widgets/measured.h"

namespace footbridge::gui {

/// Puts its items in a line and goes on in the next where the width ends. For tags, chips and cards. A spacer takes
/// what is left of its line; what comes after it stands at the end also of the lines below.
class FlowLayout : public QLayout {
  Q_OBJECT

 public:
  explicit FlowLayout(QWidget* parent = nullptr, int gap = 8);
  ~FlowLayout() override;

  [[nodiscard]] int gap() const { return m_gap; }
  void setGap(int gap);

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;
  void invalidate() override;

 private:
  [[nodiscard]] static QSize sizeIn(QLayoutItem& item, int width);
  /// Answers the height; moves the items only when asked to.
  int arrange(const QRect& rect, bool move) const;
  std::vector<std::unique_ptr<QLayoutItem>> m_items;
  mutable Measured m_measured;
  int m_gap;
};

}  // namespace footbridge::gui
