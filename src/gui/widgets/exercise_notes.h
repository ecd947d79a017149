// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <memory>

#include "domain/exercise.h"

namespace footbridge::gui {

namespace Ui {
class ExerciseNotes;
}

/// What is good to know before an exercise: why it works, when to leave it for later, how it is done, what is kept.
/// What the exercise says nothing of is not shown.
class ExerciseNotes : public QWidget {
  Q_OBJECT

 public:
  explicit ExerciseNotes(QWidget* parent = nullptr);
  ~ExerciseNotes() override;

  /// `named` puts the names into a text.
  using Named = std::function<QString(const std::string&)>;
  void showExercise(const Exercise& exercise, const Named& named);
  /// For whoever has read before why it may help: the rest alone, when to leave it first.
  void showBriefly(bool briefly);
  /// Whose words are not locked yet, beside what is kept; empty takes it away.
  void showUnlocked(const QString& words);
  /// The one thing in it that the Tab key comes to, where the exercise has it.
  [[nodiscard]] QWidget* stop() const;

 Q_SIGNALS:
  void evidenceAsked();

 private:
  std::unique_ptr<Ui::ExerciseNotes> m_ui;
};

}  // namespace footbridge::gui
