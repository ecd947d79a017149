// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "gui/flows/exercise_shelf.h"
#include "gui/flows/gate_flow.h"
#include "gui/flows/surroundings.h"
#include "gui/flows/way_back.h"
#include "gui/page_name.h"

namespace footbridge::gui {

class EvidencePage;
class PracticesPage;

struct ExerciseOverview;

/// The four practices, and an exercise before it begins.
class PracticesFlow : public QObject {
  Q_OBJECT

 public:
  explicit PracticesFlow(const Surroundings& around, QObject* parent = nullptr);

  void showPractices(std::optional<Practice> practice = std::nullopt);
  void showExercise(const ExerciseId& id);
  /// The same, to be kept with something the two watched.
  void showExerciseAbout(const ExerciseId& id, EntryId viewing);
  /// The exercise of a sitting that was left, before that goes on: when to leave it for later, and whoever is here says
  /// that they are ready. On another day its question comes first, as it did when it began. `withBoth`: each has just
  /// opened their own part.
  void showLeft(const SittingSummary& sitting, bool withBoth = false);
  /// Right after a sitting, while both keys may still be here: from it one begins, or leaves with left().
  void offerAfterSitting(const ExerciseId& id);
  /// The exercise that was to begin, and why it did not; without words, as somebody called it off.
  void notBegun(const QString& words);
  /// All that is known.
  void showEvidence();
  /// What is known of one exercise; the way back leads to that page, as it was left.
  void showEvidenceOf(const std::shared_ptr<const Exercise>& exercise, PageName back);

 Q_SIGNALS:
  /// `who`: whom it is for, where that was asked already.
  void beginAsked(const footbridge::ExerciseId& exercise, footbridge::Audience audience,
                  std::optional<footbridge::PartnerId> who);
  /// The laptop went from one to the other: nobody is here alone any more.
  void handedOn();
  /// Everybody who is here said that they are ready.
  void goOnAsked(footbridge::SittingId sitting);
  void beginAboutAsked(const footbridge::ExerciseId& exercise, footbridge::EntryId viewing);
  void safetyAsked();
  void journeyAsked();
  void joinAsked();
  void left();
  void backAsked(footbridge::gui::PageName page);  ///< to where one came from, other than the practices

 private:
  QWidget* makePractices();
  void fillPractices(PracticesPage& page);
  QWidget* makeExercise();
  void fillBefore(ExerciseOverview& overview) const;
  void fillLeft(ExerciseOverview& overview) const;
  void goOnWith(SittingId sitting);
  void open(const ExerciseId& id, bool wasHandedOn = false);
  void showOverview();
  [[nodiscard]] bool asksWho(bool wasHandedOn) const;
  void passGate(std::optional<PartnerId> missing);
  void passForOne(PartnerId who);
  void beginAfterGate();
  void begin();
  [[nodiscard]] QString wayOut() const;
  [[nodiscard]] QString keptWith(EntryId viewing) const;
  void showOther(const ExerciseId& id, bool wasHandedOn);
  void keepBare(bool wasHandedOn);
  void leaveExercise();
  void goBack();
  QWidget* makeEvidence();
  void showAllEvidence();
  [[nodiscard]] EvidencePage& evidencePage();
  void showEvidencePage(const Result<std::vector<EvidenceSource>>& sources);
  [[nodiscard]] Chrome chromeFor(PageName page) const;
  void leaveEvidence();
  void saveSheets();

  Surroundings m_around;
  GateFlow m_gate;
  std::shared_ptr<const Exercise> m_exercise;  ///< the one last shown
  WayBack m_back{PageName::Practices};
  std::optional<EntryId> m_about;              ///< the viewing that the exercise on the page goes with
  /// What goes on in place of a new one.
  struct Left {
    SittingId sitting;
    Day begun;
    bool pastGate = false;
  };
  std::optional<Left> m_left;
  std::optional<PartnerId> m_missing;          ///< who has yet to be asked at its gate, before it begins
  std::optional<PartnerId> m_for;              ///< whom of two it is for, once one took the laptop for it
  bool m_beginsAfterGate = false;
  bool m_bare = false;
  std::size_t m_listedFor = 0;                   ///< so many partners
  std::shared_ptr<const Exercise> m_evidenceOf;  ///< null: all that is known, come to from the practices
  PageName m_evidenceBack = PageName::Practices;
};

}  // namespace footbridge::gui
