// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <memory>
#include <optional>

#include "domain/exercise.h"

class QBoxLayout;

namespace footbridge::gui {

namespace Ui {
class ExercisePage;
}

/// What the overview shows of an exercise and of who might do it.
struct ExerciseOverview {
  std::shared_ptr<const Exercise> exercise;
  QStringList names;                   ///< one: done alone; two: both opt in
  std::optional<int> me{};             ///< index of who would do an exercise for one
  QString before{};                    ///< "12 October, and both of you called it helpful."; empty: never done
  std::optional<SittingId> leftOff{};  ///< one that was left before its end, to go on with
  bool goesOn = false;                 ///< what was left goes on, in place of a new one
  bool onlyMe = false;                 ///< it is for two, and `me` goes on with their own part of it
  QString leave{};                     ///< what the way out says; empty: it leads back to the practices
  QString unlocked{};                  ///< whose words are not locked yet; empty: nobody's
  bool pastGate = false;               ///< its question was asked already, of each apart
  QString missing{};                   ///< who has yet to be asked it, before the two begin; empty: nobody
};

/// Why, what, how long, how deep, and when to leave it for later. Where the exercise has a gate that was not asked
/// elsewhere, that comes first; what is picked there is kept nowhere.
class ExercisePage : public QWidget {
  Q_OBJECT

 public:
  explicit ExercisePage(QWidget* parent = nullptr);
  ~ExercisePage() override;

  void showExercise(const ExerciseOverview& overview);
  /// Why it did not begin; empty takes it away.
  void showNotice(const QString& words);
  /// What became of printing; empty takes it away.
  void showPrinted(const QString& words);

 Q_SIGNALS:
  void beginAsked(const ExerciseId& exercise);
  void joinAsked();  ///< it is for two, and there is one so far
  void goOnAsked(footbridge::SittingId sitting);
  void practicesAsked();
  void safetyAsked();
  void evidenceAsked();  ///< of the exercise shown
  void printAsked();

 private:
  void wireButtons();
  void showGate();
  void pickGate(const Gate::Choice& choice);
  void leaveGate();
  void focusReady();
  void showWords();
  void placeBefore();
  void showTags();
  void showSteps();
  void showReady();
  void nameReady();
  void beginWhenReady();
  [[nodiscard]] QString beginNote(bool two) const;
  [[nodiscard]] QString readyNote() const;
  [[nodiscard]] bool waitsForSecond() const;
  [[nodiscard]] QString named(const std::string& text) const;

  std::unique_ptr<Ui::ExercisePage> m_ui;
  ExerciseOverview m_overview;
};

}  // namespace footbridge::gui
