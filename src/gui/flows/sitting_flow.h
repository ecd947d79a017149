// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "domain/ports.h"
#include "gui/flows/draft_keeper.h"
#include "gui/steps/care_decks.h"
#include "gui/steps/light_words.h"
#include "gui/steps/setting.h"
#include "practice/sitting.h"

namespace footbridge::gui {

class PlayerPage;

/// Leads one sitting from its first screen to its last: what is done on the page is decided by the engine, made
/// durable in the journal, and only then shown. When the journal refuses, the screen stays with every word on it.
/// The journal, catalog, clock and page outlive the flow.
class SittingFlow : public QObject {
  Q_OBJECT
 public:
  SittingFlow(Journal& journal, Catalog& catalog, const Clock& clock, PlayerPage& page, QObject* parent = nullptr);

  /// Starts an exercise: for two together, or for `alone` by themselves. Who goes first alternates.
  void begin(const ExerciseId& exercise, Audience audience, PartnerId alone = PartnerId::A);
  /// Starts an exercise for two, to be kept with something they watched.
  void beginAbout(const ExerciseId& exercise, EntryId viewing);
  /// Who has signed in alone, if anybody; asked whenever a sitting is taken up. Not given: nobody has.
  void askWhoIsHere(std::function<std::optional<PartnerId>()> ask) { m_whoIsHere = std::move(ask); }
  /// Goes on where a sitting stands, and behind the curtain where it is a turn. Whoever is here alone sees nothing of
  /// the other's part: there it waits until they are here too. A weekly look of both first asks both whether they are
  /// ready; before an exercise that was asked already.
  void takeUp(SittingId sitting);
  /// One partner's part of this week's look: a new one, or the one that is not opened yet. Where both have begun to
  /// open theirs it goes on there, and where both have looked at this week it is asked whether another is wanted:
  /// anotherLookAsked().
  void startOwnLook(PartnerId who, bool shortForm = false);
  /// A new look of this partner's, whatever there is of this week already.
  void beginOwnLook(PartnerId who, bool shortForm);
  /// Both want to open the two parts done apart. notStarted() where not everything is here yet, whatever the reason.
  void openTogether();
  /// The whole look in one evening, taking turns.
  void beginWholeLook();

  [[nodiscard]] bool isRunning() const { return m_sitting.has_value(); }
  /// There is a sitting on the page, whether or not all of it is open.
  [[nodiscard]] bool isBegun() const { return m_exercise != nullptr; }
  /// None is on the page yet: somebody is to open their vault first.
  [[nodiscard]] bool isAtDoor() const { return m_waitsFor.has_value() && !isBegun(); }
  [[nodiscard]] std::optional<SittingId> sitting() const { return m_id; }
  /// Whoever sits in it by themselves; none where both do.
  [[nodiscard]] std::optional<PartnerId> alone() const;
  /// Whoever is at it without the other now: alone(), or the one of two who took it up by themselves.
  [[nodiscard]] std::optional<PartnerId> hereAlone() const;
  /// Both sit in it and are both here; false where one of them has come without the other.
  [[nodiscard]] bool isTogether() const { return isRunning() && !isApart() && !m_only; }
  /// Keeps half-written words and empties the page; before locking, closing and hiding. False when they could not
  /// be kept.
  bool putAway();
  /// Whoever wrote here has gone: what is on the page is nobody's any more.
  void forget() { close(); }
  /// Whoever has the turn went to another page: the curtain hangs before it until they say that they are back. Where
  /// the disk does not take their words, these stay on the page.
  void cover();
  /// Whose turn it is was offered a passphrase, and neither took it nor went on without: the turn waits behind its
  /// curtain, and the offer comes again with it. Whoever sits in it by themselves gets up: calledOff(). Where the disk
  /// does not take their words, these stay on the page.
  void notNow();
  /// What putAway() could not give to the disk, to be carried over a restart.
  [[nodiscard]] std::optional<std::string> sealedDraft() const { return m_drafts.sealed(); }
  /// The pause is over, whether or not it was shown by this process.
  void goOn();

  /// The partner's vault is open now.
  void unlocked(PartnerId who);
  /// The partner has a passphrase, or has none and goes on.
  void protectionSettled(PartnerId who);
  /// The partner chose to go on without a passphrase: none is offered to them again today.
  void wentOnOpen(PartnerId who);

 Q_SIGNALS:
  /// It begins or is taken up: its first screen comes now. Until then there is nothing to see of it.
  void satDown();
  /// hereAlone() has ended: the other came, and showed it with their passphrase. Nothing of theirs is shown yet.
  void bothHere();
  /// Nothing can go on before this partner has opened their vault; answer with unlocked().
  void unlockNeeded(footbridge::PartnerId who);
  /// Before this partner's first sealed words in an unprotected vault; once a sitting, and no more on a day on which
  /// they went on without. The sitting goes on meanwhile.
  void protectOffered(footbridge::PartnerId who);
  /// The sitting was read to its end.
  void finished(footbridge::SittingId sitting);
  /// An own look was done to its end; its place is not told to anyone.
  void partDone(footbridge::SittingId sitting);
  void left(footbridge::SittingId sitting);
  /// Whoever sat in it by themselves got up at the offer of a passphrase. It stands where it stood, and is not marked.
  void calledOff();
  /// It waits for the other, and whoever is here leaves it at that. Nothing was done, and nothing is marked.
  void waitingLeft();
  /// Two are here now. Where no passphrase has shown it, or it was begun on another day, both say so before it goes on.
  void bothCame(footbridge::SittingId sitting, bool haveShown);
  /// There is a look of both for this week: done, or (`isLeft`) begun and left. Answer with beginOwnLook(), or with
  /// nothing.
  void anotherLookAsked(footbridge::PartnerId who, bool shortForm, bool isLeft);
  /// In place of finished() or partDone(): whoever was here (none: both) would like to do something light now.
  void lightAsked(const footbridge::ExerciseId& exercise, std::optional<footbridge::PartnerId> alone);
  /// Somebody wanted a pause, and the time to come back was named (`until`, in milliseconds since 1970) or nobody named
  /// one for a while: from here on it may lock. What the disk did not take is still on the page, and in sealedDraft().
  void paused(footbridge::SittingId sitting, std::optional<std::int64_t> until);
  /// It could not begin or be taken up; `words` say why, gently.
  void notStarted(const QString& words);
  /// Somebody speaks, for about so long; or (none) nobody does any more.
  void speakingChanged(std::optional<std::chrono::seconds> share);

 private:
  void wirePage();
  void waitFor(PartnerId who, std::function<void()> next);
  void whenOpen(PartnerId who, std::function<void()> next);
  void start(std::shared_ptr<const Exercise> exercise, VaultId lane, Begun begun);
  void begin(const std::shared_ptr<const Exercise>& exercise, SittingMode mode, PartnerId first,
             std::optional<EntryId> about = std::nullopt);
  void openPair(const std::shared_ptr<const Exercise>& look);
  [[nodiscard]] std::optional<SittingId> leftTogether(const Exercise& look, SittingMode mode) const;
  void goOnFromPause();
  [[nodiscard]] Result<void> reload();
  [[nodiscard]] Result<std::shared_ptr<const Exercise>> exerciseOf(const Lanes& lanes);
  void act(const practice::Action& action);
  void record(const practice::Action& action, practice::Recorded recorded);
  void endTurnToo(const practice::Action& action, practice::Recorded& recorded) const;
  [[nodiscard]] std::optional<AgreedAnswer> agreedBy(const practice::Recorded& recorded) const;
  [[nodiscard]] std::optional<EntryId> agreementHere() const;
  [[nodiscard]] Reader agreementReader() const;
  [[nodiscard]] EntryChanges changesBy(const practice::Action& action, const practice::Recorded& recorded) const;
  void showNow();
  [[nodiscard]] const Step* stepOfDraft() const;
  [[nodiscard]] std::optional<QString> wordsOnPage() const;
  [[nodiscard]] bool isAnswered() const;
  /// No half-written words are left of the step once this is kept.
  [[nodiscard]] bool settles(const practice::Action& action) const;
  [[nodiscard]] bool mayOffer(PartnerId who) const;
  [[nodiscard]] bool stopAtDoor();
  void showAbsent(PartnerId missing);
  void otherCame();
  void take(PartnerId who, const practice::Action& action);
  void afterShown(const practice::Screen& screen);
  [[nodiscard]] Setting settingFor(const practice::Screen& screen) const;
  void addCare(Setting& setting, const practice::Screen& screen) const;
  void addEarlier(Setting& setting, const practice::Screen& screen) const;
  [[nodiscard]] Aftercare aftercare() const;
  [[nodiscard]] std::optional<practice::Viewer> nextAfter(const practice::Screen& screen) const;
  void refuse(const Error& error);
  void saveAgain();
  void cannotStart(const Error& error);
  void pause();
  void planPause(int minutes);
  [[nodiscard]] VaultId pauseVault() const;
  void keepPause(std::int64_t until);
  [[nodiscard]] Result<void> endPause();
  void showPause(std::int64_t until);
  void stay();
  void leave();
  void done();
  [[nodiscard]] std::optional<LightOffer> lightOffer(const practice::Screen& screen);
  void takeLight(const ExerciseId& exercise);
  void close();

  [[nodiscard]] Couple couple() const;
  [[nodiscard]] Couple here() const;
  [[nodiscard]] PartnerId firstTurn(const ExerciseId& exercise) const;
  [[nodiscard]] bool isApart() const;
  [[nodiscard]] VaultId laneNow() const;
  [[nodiscard]] std::string placeOf(std::string_view what) const;
  bool keepDraft();
  void clearDrafts();
  void setSpeaking(bool speaking);

  Journal& m_journal;
  Catalog& m_catalog;
  const Clock& m_clock;
  PlayerPage& m_page;
  CareDecks m_decks;

  std::optional<SittingId> m_id;
  std::optional<practice::Sitting> m_sitting;
  std::shared_ptr<const Exercise> m_exercise;
  practice::Screen m_screen;

  DraftKeeper m_drafts;
  bool m_speaking = false;
  std::array<bool, 2> m_offered{};                 ///< in this sitting
  std::array<std::optional<Day>, 2> m_wentOnOpen;  ///< outlives it: they have said what they want
  QTimer m_asking;                            ///< runs while a pause has no time to come back yet
  std::optional<std::int64_t> m_pausedUntil;  ///< in a pause
  std::function<std::optional<PartnerId>()> m_whoIsHere;
  std::optional<PartnerId> m_only;  ///< who took it up alone, as long as the other has not come
  bool m_curtain = false;           ///< taken up: a turn begins with the curtain, wherever in it it stands
  std::optional<PartnerId> m_waitsFor;
  std::function<void()> m_onceOpen;
};

}  // namespace footbridge::gui
