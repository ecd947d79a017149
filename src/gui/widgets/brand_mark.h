// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace footbridge::gui {

/// The program's mark: two dots in the partners' colours and the bridge between them.
class BrandMark : public QWidget {
  Q_OBJECT

 public:
  explicit BrandMark(QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace footbridge::gui
