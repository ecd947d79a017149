// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <utility>
#include <vector>

#include "gui/page_name.h"

class QPushButton;

namespace footbridge::gui {

namespace Ui {
class SideBar;
}

/// The way about: the pages above, Hide, Settings and safety at the foot.
class SideBar : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kWidth = 212;   ///< at 100 % text
  static constexpr int kHeight = 460;  ///< likewise; what it needs for all of its entries

  explicit SideBar(QWidget* parent = nullptr);
  ~SideBar() override;

  /// Marks where one is; an exercise counts as Practices, an entry as Our story, the evidence as what led to it.
  void showPage(PageName page);
  /// Where its entries lead and what they are called, from top to bottom, without those that are always here.
  [[nodiscard]] std::vector<std::pair<PageName, QString>> pages() const;

 Q_SIGNALS:
  void pageAsked(PageName page);
  void hideAsked();
  void safetyAsked();
  void menuAsked(const QPoint& corner);  ///< on the screen

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] std::vector<std::pair<PageName, QPushButton*>> entries() const;
  void wireButtons();
  void fitWidth();
  std::unique_ptr<Ui::SideBar> m_ui;
};

}  // namespace footbridge::gui
