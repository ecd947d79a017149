// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/pages/page.h"
#include "gui/steps/care_decks.h"
#include "gui/steps/light_words.h"
#include "gui/steps/saved_words.h"
#include "gui/steps/step_view.h"
#include "gui/widgets/quiet_start.h"

namespace footbridge::gui {

struct PauseScreen;
namespace Ui {
class PlayerPage;
}

/// Shows a sitting, one screen at a time, and says what was done there. Holds the words of one screen only: the view
/// of the screen before is emptied the moment another takes its place.
class PlayerPage : public Page {
  Q_OBJECT
 public:
  explicit PlayerPage(QWidget* parent = nullptr);
  ~PlayerPage() override;

  void showScreen(const Exercise& exercise, const practice::Screen& screen, const Setting& setting);
  void showPause(const PauseScreen& screen);
  /// In a pause that is shown: when they come back.
  void showPauseUntil(const QString& until);
  /// Asks both anew whether they are ready; only in a pause.
  void askReadyAgain();
  void showLeave(const Aftercare& care);
  /// One is here alone, and the sitting goes on with the one who is missing; `hasPassphrase`: and is known by it.
  void showAbsent(const Couple& couple, PartnerId missing, bool hasPassphrase);
  /// Nothing of any sitting is left on the page. What was copied there stays lent.
  void clear();

  /// Half-done words of the screen that is shown.
  [[nodiscard]] QString draft() const;
  void showSaved(SavedState state);
  void showProtected(bool isProtected);
  /// On the last screen of a weekly look.
  void showLight(const LightOffer& offer);
  /// One gentle line when something could not be done; empty takes it away. `mayRetry`: words wait to be saved again.
  void showTrouble(const QString& words, bool mayRetry = false);
  /// The line is about words that wait to be saved again, and about nothing else.
  [[nodiscard]] bool offersToSaveAgain() const;

 Q_SIGNALS:
  void acted(const footbridge::practice::Action& action);
  void draftChanged();  ///< draft() answers it
  void pauseAsked();
  void pausePlanned(int minutes);
  void pauseOver();
  void leaveAsked();
  void leaveConfirmed();
  void stayAsked();
  void otherCame();    ///< the one who was missing is here, or so it is said
  void waitingLeft();  ///< whoever is here does not wait for them
  void unlockAsked();
  void saveAgainAsked();
  /// The sitting is over and has been read to its end.
  void doneAsked();
  /// It is over, and something light is wanted in place of nothing.
  void lightAsked(const footbridge::ExerciseId& exercise);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void wireButtons();
  void putView(QWidget* view, QWidget* firstField, const QString& spoken);
  void dropOldView();
  void passTo(std::optional<PartnerId> reader);
  void wireView(StepView* view);
  void showHeader(const Exercise& exercise, const practice::Screen& screen, const Setting& setting);
  void showFooter(const practice::Screen& screen, const Couple& couple);
  void fitHeader();
  void namePause();
  void showBare();
  void skip();
  void askBeforeSkipping();
  void orderTabs(QWidget* view);

  StepView* m_view = nullptr;
  std::optional<PartnerId> m_reader;  ///< who alone has the laptop, going by the view
  bool m_isTalk = false;
  QString m_toCome;         ///< said before a talk ends that is not over; empty: nobody loses anything by it
  bool m_mayLetGo = false;  ///< whoever skips was told what goes with it
  QuietStart m_quiet{*this};
  std::unique_ptr<Ui::PlayerPage> m_ui;
};

}  // namespace footbridge::gui
