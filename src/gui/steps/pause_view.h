// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "gui/steps/care_decks.h"
#include "gui/steps/couple.h"
#include "practice/care.h"

namespace footbridge::gui {

namespace Ui {
class PauseView;
}

/// What a pause shows, and to whom.
struct PauseScreen {
  Couple couple{};  ///< who sits in it
  QString until{};  ///< when they come back: "20:40"; empty: not said yet, or over
  bool isOver = false;  ///< the time to come back has come
  CareDecks decks{};
  std::optional<practice::PausePlan> plan{};  ///< their own, where they made one and it can be read
  QString planMadeIn{};  ///< the exercise in which one is made, where they have none; empty: nothing is said of it
};

/// A pause either of them called. It goes on only when both say ready, and it offers nothing to write. A slip is taken
/// back the same way, before a time is named.
class PauseView : public QWidget {
  Q_OBJECT
 public:
  explicit PauseView(const PauseScreen& screen, QWidget* parent = nullptr);
  ~PauseView() override;

  /// The time to come back was named, or not yet: the rest stays as it is.
  void showUntil(const QString& until);
  /// Whoever said that they are ready says so anew, since what should have followed did not come.
  void askAgain();
  [[nodiscard]] QWidget* firstField() const;

 Q_SIGNALS:
  void planned(int minutes);
  void bothReady();

 private:
  void wireTimes();
  void wireReady(const Couple& couple);
  void showCare(const PauseScreen& screen);
  void showOwnPlan(const PauseScreen& screen);
  void addOwnLines(const QString& who, const QString& tint, const std::vector<std::string>& lines);
  [[nodiscard]] QString askingWords() const;
  [[nodiscard]] QString waitingWords() const;
  [[nodiscard]] QString readyWords(bool isAsking) const;
  void showOver();

  std::unique_ptr<Ui::PauseView> m_ui;
  bool m_isAlone = false;
};

}  // namespace footbridge::gui
