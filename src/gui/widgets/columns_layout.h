// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace footbridge::gui {

/// What Columns arranges its children with.
class ColumnsLayout : public QLayout {
  Q_OBJECT

 public:
  explicit ColumnsLayout(QWidget* parent = nullptr);
  ~ColumnsLayout() override;

  int minColumn = 200;  ///< at 100 % text
  int gap = 16;
  std::vector<int> stretch;
  bool topAligned = false;

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

 private:
  [[nodiscard]] std::vector<QLayoutItem*> shown() const;
  [[nodiscard]] std::vector<int> widthsFor(int width, std::size_t items) const;
  int arrange(const QRect& rect, bool move) const;
  std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

}  // namespace footbridge::gui
