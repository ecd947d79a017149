// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <cstdint>
#include <memory>
#include <vector>

#include "gui/widgets/measured.h"

namespace footbridge::gui {

/// What Columns arranges its children with.
class ColumnsLayout : public QLayout {
  Q_OBJECT

 public:
  explicit ColumnsLayout(QWidget* parent = nullptr);
  ~ColumnsLayout() override;

  int minColumn = 200;  ///< at 100 % text
  int gap = 16;
  int rowGap = -1;  ///< of no size of text; negative: the gap
  std::vector<int> stretch;
  enum class Align : std::uint8_t { Fill, Top, Middle };
  Align align = Align::Fill;

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;
  void invalidate() override;

 private:
  [[nodiscard]] std::vector<QLayoutItem*> shown() const;
  /// Of the columns of a full row; a single one where there is room for no more.
  [[nodiscard]] std::vector<int> widthsFor(int width, const std::vector<QLayoutItem*>& items) const;
  [[nodiscard]] std::vector<int> evenWidths(int width, const std::vector<QLayoutItem*>& items) const;
  [[nodiscard]] std::vector<int> sharedWidths(int width, const std::vector<QLayoutItem*>& items) const;
  void place(QLayoutItem& item, const QRect& cell) const;
  int arrange(const QRect& rect, bool move) const;
  std::vector<std::unique_ptr<QLayoutItem>> m_items;
  mutable Measured m_measured;
};

}  // namespace footbridge::gui
