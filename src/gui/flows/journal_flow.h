// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gui/flows/exercise_shelf.h"
#include "gui/flows/idle_lock.h"
#include "gui/flows/journey_flow.h"
#include "gui/flows/keeping_flow.h"
#include "gui/flows/pause_flow.h"
#include "gui/flows/practices_flow.h"
#include "gui/flows/privacy_flow.h"
#include "gui/flows/sitting_flow.h"
#include "gui/flows/story_flow.h"
#include "gui/flows/surroundings.h"
#include "gui/flows/today_flow.h"
#include "gui/flows/watch_flow.h"
#include "gui/page_name.h"
#include "gui/preferences.h"

namespace footbridge::gui {

/// Everything the window does while one journal is open: who is here, which page follows, and when to lock. Locking
/// itself is left to the program, since it ends this process.
class JournalFlow : public QObject {
  Q_OBJECT

 public:
  struct World {
    Journal& journal;
    Catalog& catalog;
    const Clock& clock;
    PreferenceStore& preferences;
    Questions& questions;
    MainWindow& window;
    bool mayLock = true;  ///< false for the made-up couple: there is nothing to lock and nothing is kept
  };

  /// All of the world outlives the flow; its pages are forgotten when the flow goes.
  explicit JournalFlow(const World& world, QObject* parent = nullptr);
  ~JournalFlow() override;

  /// The lock screen where anybody has a passphrase, else Today.
  void begin();
  /// The pause of a sitting that was paused before this process began.
  void beginPaused(const PausedSitting& paused);
  /// From a page that is not of this journal: to Today for whoever has opened their part, else as it began.
  void comeBack();
  void showPage(PageName page);
  /// Half-written words are sealed and the pages emptied. False when the disk took something not; then nothing is
  /// emptied and the words stay where they are.
  [[nodiscard]] bool putAway();
  /// What somebody threw away goes now. False where the journal does not let it go: then its page comes back, and says
  /// so. For whoever leaves by their own wish; a lock that nobody is here to see waits for nothing.
  [[nodiscard]] bool settleThrown() { return m_story.settleThrown(); }
  /// settleThrown() and putAway(), for going somewhere else by one's own wish: where the disk takes nothing, the page
  /// with the words comes back, and says so.
  [[nodiscard]] bool mayLeave();
  /// What putAway() could not give to the disk, sealed, for the process that comes after this one.
  [[nodiscard]] std::vector<std::string> sealedDrafts() const;
  /// The pause that is on now, if one is.
  [[nodiscard]] const std::optional<PausedSitting>& paused() const { return m_pause.paused(); }
  /// Whether anything can be read now, whether or not a passphrase keeps it.
  [[nodiscard]] bool anyOpen() const;
  /// Whether there is anything that a passphrase keeps and that is open now.
  [[nodiscard]] bool anyUnlocked() const;
  /// Nobody of the two has a passphrase (the made-up couple has nothing to lock either), so that a lock would keep
  /// nobody out: Lock leads to the page that asks who is here.
  [[nodiscard]] bool lockOnlyAsks() const;
  /// Who looks at the laptop, as far as the window knows.
  [[nodiscard]] const Presence& here() const { return m_here; }

 Q_SIGNALS:
  void lockAsked();
  /// As lockAsked(), to begin again with this pause.
  void pauseLockAsked(const footbridge::gui::PausedSitting& paused);
  void elsewhereAsked();
  void damageFound(const footbridge::Error& error);  ///< when somebody unlocked their part
  void openAsked(const std::string& path);  ///< another file instead of this journal

 private:
  /// mayLeave() of the pages that have a way out beside them; a sitting has none.
  bool mayLeavePages();
  void addPages();
  QWidget* makeUnlock();
  QWidget* makePlayer();
  QWidget* makeLook();
  QWidget* makeSettings();
  void wireWindow();
  void wireFlows();
  void wireKeeping();
  void wireWatch();
  void wireSitting();
  void wireJourney();
  void offerLight(const ExerciseId& exercise, std::optional<PartnerId> alone);
  void showUnlock();
  void backFromAsking();
  void goBack(PageName page);
  void showLook();
  void showSettings();
  void fillSettings();
  void changePreferences(Preferences preferences);
  void changePartner(const Partner& partner);
  /// The window takes the colours that the journal's partners have now.
  void wearColours();
  void forgetWhere();
  void startExercise(const ExerciseId& id, Audience audience, std::optional<PartnerId> who);
  void sitDown(PageName from);
  void sitForTwo(const std::function<void()>& start);
  void satDown();
  /// Nobody sat down after all: `words` say why, or nothing where somebody called it off.
  void calledOff();
  void notSatDown(const QString& words);
  void showBeforeSitting(const QString& words);
  void openNote();
  void protectSomebody();
  void peopleChanged(bool keyWasHere);
  void sittingEnded();
  void goOnWith(SittingId sitting);
  void takeUp(SittingId sitting);
  [[nodiscard]] std::optional<SittingSummary> exerciseLeft(SittingId sitting) const;
  void goOnWithBoth(SittingId sitting, bool haveShown);
  void askForAnotherLook(PartnerId who, bool shortForm, bool isLeft);
  /// Why one of the two is asked for.
  struct Asked {
    QString title;
    QString lead;
  };
  /// Calls `next` with whoever is here alone; where the window does not know who that is, it says why and asks.
  void withOne(const Asked& asked, std::function<void(PartnerId)> next);
  void withSomebody(std::function<void(PartnerId)> next);
  void askWhoIsHere();
  /// Takes `reader` for who is here from now on. False where somebody else's part is open still: then the journal locks
  /// instead, and nothing else is to be shown.
  [[nodiscard]] bool mayBeHere(Reader reader);
  void setReader(Reader reader);
  void setReaderOfSitting();
  void readerChanged();
  void goesTo(PartnerId who);
  void passphraseSettled(std::optional<PartnerId> setBy);
  void came(PartnerId partner);
  void wirePause();
  SittingFlow& sitting();

  World m_world;
  bool m_forgotten = false;  ///< where the journal lies
  Presence m_here;
  /// Who was here when somebody wanted to sit down, and on which page.
  struct BeforeSitting {
    Reader reader = Reader::OursAlone;
    PageName page = PageName::Today;
    bool forTwo = false;  ///< and said that both would
  };
  BeforeSitting m_beforeSitting;
  std::optional<PartnerId> m_satAlone;  ///< whoever sat down alone, until they got up again
  ExerciseShelf m_exercises;
  PrivacyFlow m_privacy;
  Surroundings m_around;
  TodayFlow m_today;
  PracticesFlow m_practices;
  JourneyFlow m_journey;
  StoryFlow m_story;
  WatchFlow m_watch;
  KeepingFlow m_keeping;
  IdleLock m_idle;
  PauseFlow m_pause;
  std::unique_ptr<SittingFlow> m_sitting;
  std::function<void(PartnerId)> m_whenOneIsHere;
  PageName m_beforeAsking = PageName::Today;
};

}  // namespace footbridge::gui
