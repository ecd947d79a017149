// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "gui/flows/exercise_shelf.h"
#include "gui/flows/surroundings.h"
#include "gui/pages/today_page.h"

namespace footbridge::gui {

/// Today: what is on it, and what is asked from it.
class TodayFlow : public QObject {
  Q_OBJECT

 public:
  TodayFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent = nullptr);

  void show();

 Q_SIGNALS:
  void lookAsked();
  void sittingAsked(footbridge::SittingId sitting);
  void practiceAsked(footbridge::Practice practice);
  void noteAsked();
  void protectAsked();

 private:
  QWidget* make();
  [[nodiscard]] TodayContent content();
  void fillJournal(TodayContent& content);
  void fillPractices(TodayContent& content);
  [[nodiscard]] LookCard lookCard(const std::vector<SittingSummary>& sittings);
  void markAgreement(EntryId id, AgreementState state);

  Surroundings m_around;
  ExerciseShelf& m_exercises;
};

}  // namespace footbridge::gui
