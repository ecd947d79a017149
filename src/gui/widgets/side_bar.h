// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "gui/page_name.h"

namespace footbridge::gui {

namespace Ui {
class SideBar;
}

/// The way about: the pages above, Hide, Settings and safety at the foot.
class SideBar : public QWidget {
  Q_OBJECT

 public:
  explicit SideBar(QWidget* parent = nullptr);
  ~SideBar() override;

  /// Marks where one is; an exercise counts as Practices, an entry as Our story, the evidence as what led to it.
  void showPage(PageName page);

 Q_SIGNALS:
  void pageAsked(PageName page);
  void hideAsked();
  void safetyAsked();
  void menuAsked(const QPoint& corner);  ///< on the screen

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void wireButtons();
  void fitWidth();
  std::unique_ptr<Ui::SideBar> m_ui;
};

}  // namespace footbridge::gui
