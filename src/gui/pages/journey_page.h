// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "domain/exercise.h"

namespace footbridge::gui {

namespace Ui {
class JourneyPage;
}

/// A journey as whoever is here walks it.
struct JourneyContent {
  struct Week {
    QString title;
    QString text;
    ExerciseId exercise;
    QString facts;  ///< "What I count on you for · 10 minutes"; empty where the exercise cannot be read
    bool done = false;
  };

  QString title;
  QString summary;
  QStringList opening;  ///< paragraphs
  QStringList closing;  ///< shown once there is no next week
  QString afterGap;     ///< for those who come back after a while; empty for everybody else
  std::vector<Week> weeks;
  std::optional<std::size_t> next;  ///< index of the week that is offered; none: the way is walked
  bool begun = false;
  std::optional<Audience> way;  ///< which of the two ways is shown, where there is a choice
};

/// A way through the practices: what was done, what comes next, and every week to be opened whenever one likes.
class JourneyPage : public QWidget {
  Q_OBJECT

 public:
  explicit JourneyPage(QWidget* parent = nullptr);
  ~JourneyPage() override;

  void showJourney(const JourneyContent& content);
  /// In place of the journey, when it could not be read.
  void showProblem(const QString& words);

 Q_SIGNALS:
  void exerciseAsked(const ExerciseId& exercise);
  void wayAsked(footbridge::Audience way);
  void practicesAsked();
  void storyAsked();

 private:
  void wireButtons();
  void showWords(const JourneyContent& content);
  void showNext(const JourneyContent& content);
  void showWeeks(const JourneyContent& content);
  void showOpening(bool open);

  std::unique_ptr<Ui::JourneyPage> m_ui;
  std::optional<ExerciseId> m_next;
};

}  // namespace footbridge::gui
