// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "domain/ports.h"

class QPushButton;

namespace footbridge::gui {

namespace Ui {
class PracticesPage;
}

/// The four practices and their exercises, each a card.
class PracticesPage : public QWidget {
  Q_OBJECT

 public:
  explicit PracticesPage(QWidget* parent = nullptr);
  ~PracticesPage() override;

  /// In the order given; the page groups them by practice. `whom`: for whom the journal is.
  void showExercises(const std::vector<ExerciseSummary>& exercises, Audience whom);
  /// A way through them, in a card at the top; an empty title takes it away.
  void showJourney(const QString& title, const QString& summary);
  /// None: all four.
  void showPractice(std::optional<Practice> practice);
  /// In place of the exercises, when they could not be read.
  void showProblem(const QString& words);

 Q_SIGNALS:
  void exerciseAsked(const ExerciseId& exercise);
  void journeyAsked();
  void evidenceAsked();

 private:
  void addFilters();
  QWidget* sectionFor(Practice practice, Audience whom);
  void addCard(QWidget* row, const ExerciseSummary& exercise);

  std::unique_ptr<Ui::PracticesPage> m_ui;
  std::vector<std::pair<std::optional<Practice>, QPushButton*>> m_filters;
  std::vector<std::pair<Practice, QWidget*>> m_sections;
};

}  // namespace footbridge::gui
