// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

namespace footbridge::gui {

namespace Ui {
class FootStrip;
}

/// What is always here, below pages that have no side bar: safety, Hide, and the menu.
class FootStrip : public QWidget {
  Q_OBJECT

 public:
  explicit FootStrip(QWidget* parent = nullptr);
  ~FootStrip() override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 Q_SIGNALS:
  void hideAsked();
  void safetyAsked();
  void menuAsked(const QPoint& corner);  ///< on the screen

 private:
  std::unique_ptr<Ui::FootStrip> m_ui;
};

}  // namespace footbridge::gui
