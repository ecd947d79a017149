// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "domain/moment.h"

namespace footbridge::gui {

namespace Ui {
class CoverPage;
}

/// What Hide shows: a plain month sheet in plain grey, light or dark as the window was, like any calendar. It holds
/// nothing of the journal and none of our colours. A double click leads on to the lock screen, as the key of Hide does;
/// no single click or other key does anything.
class CoverPage : public QWidget {
  Q_OBJECT

 public:
  explicit CoverPage(Day today, QWidget* parent = nullptr);
  ~CoverPage() override;

 Q_SIGNALS:
  void uncovered();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fillMonth(Day today);
  void colour();

  std::unique_ptr<Ui::CoverPage> m_ui;
  bool m_isPressed = false;  ///< that a double click began here
};

}  // namespace footbridge::gui
