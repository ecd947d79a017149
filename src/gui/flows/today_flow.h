// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

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
  /// Somebody else is here now: nothing stays on the page that is the one's before.
  void readerChanged();
  /// What lies half-written or waits for the one who is here; asked whenever Today is shown.
  struct Waiting {
    bool halfWritten = false;
    bool halfIsChange = false;
    bool words = false;
  };
  void askForWaiting(std::function<Waiting(PartnerId)> ask) { m_waiting = std::move(ask); }

 Q_SIGNALS:
  void lookAsked();
  void sittingAsked(footbridge::SittingId sitting);
  void practiceAsked(footbridge::Practice practice);
  void journeyAsked();
  void noteAsked();
  void protectAsked();
  void writeOnAsked();
  void newCodeAsked();
  void storyAsked();
  void agreementsAsked();
  void waitingAsked();
  void whoAsked();

 private:
  QWidget* make();
  [[nodiscard]] TodayContent content();
  void fillLocks(TodayContent& content);
  void fillJournal(TodayContent& content);
  void fillPractices(TodayContent& content);
  void fillAhead(TodayContent& content, const std::vector<SittingSummary>& sittings);
  void refill();
  void fillAgreed(TodayContent& content, const std::vector<Entry>& open);
  void markAgreement(EntryId id, AgreementState state);
  [[nodiscard]] bool setState(EntryId id, AgreementState state);

  Surroundings m_around;
  ExerciseShelf& m_exercises;
  std::function<Waiting(PartnerId)> m_waiting;
  std::optional<Day> m_filledOn;
  std::optional<EntryId> m_marked;  ///< an agreement, since the page was come to; its mark can be undone
};

}  // namespace footbridge::gui
