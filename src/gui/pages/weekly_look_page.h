// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "gui/steps/couple.h"

namespace footbridge::gui {

namespace Ui {
class WeeklyLookPage;
}

/// Where a weekly look begins: alone, or the two opening theirs together. Looks the same whoever has done what.
class WeeklyLookPage : public QWidget {
  Q_OBJECT
 public:
  explicit WeeklyLookPage(QWidget* parent = nullptr);
  ~WeeklyLookPage() override;

  void showCouple(const Couple& couple);
  /// One gentle line, such as that there is nothing to open yet; empty takes it away.
  void showNotice(const QString& words);

 Q_SIGNALS:
  void ownLookAsked(footbridge::PartnerId who, bool shortForm);
  void openTogetherAsked();
  /// Both are here and want to do all of it now, taking turns.
  void wholeLookAsked();

 private:
  void ask(PartnerId who);

  std::unique_ptr<Ui::WeeklyLookPage> m_ui;
};

}  // namespace footbridge::gui
