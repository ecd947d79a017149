// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "domain/exercise.h"
#include "gui/steps/couple.h"

class QPushButton;

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

  /// `here`: who is here alone, if the window knows; nobody else is asked to begin.
  void showCouple(const Couple& couple, std::optional<PartnerId> here = std::nullopt);
  /// What is good to know before it, for whom it was shown; null, where its content could not be read, takes that away.
  void showNotes(const Exercise* look);
  /// Whose words are not locked yet, beside what is kept; empty takes it away.
  void showUnlocked(const QString& words);
  /// One gentle line, such as that there is nothing to open yet, which takes the keyboard; empty takes it away.
  void showNotice(const QString& words);

 Q_SIGNALS:
  void ownLookAsked(footbridge::PartnerId who, bool shortForm);
  void openTogetherAsked();
  /// Both are here and want to do all of it now, taking turns.
  void wholeLookAsked();
  void evidenceAsked();  ///< of the weekly look

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fitDots();
  void ask(PartnerId who);
  void showTurn(QPushButton& button, const Couple& couple, PartnerId who, std::optional<PartnerId> alone);
  void showWay(bool two);

  bool m_two = true;
  std::unique_ptr<Ui::WeeklyLookPage> m_ui;
};

}  // namespace footbridge::gui
