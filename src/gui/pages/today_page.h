// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>

#include "domain/exercise.h"
#include "domain/ids.h"
#include "practice/today.h"

namespace footbridge::gui {

namespace Ui {
class TodayPage;
}

using LookCard = practice::LookNow;

/// All that the page shows; whatever is absent leaves its card out.
struct TodayContent {
  struct Agreed {
    EntryId id;
    QString what;
    QString detail{};  ///< who does it, and when; empty where it says no more than the rest
    std::optional<AgreementState> marked{};  ///< just now, on this page, where it can be undone
    std::size_t more = 0;                    ///< others that are open
  };
  struct LeftOff {
    SittingId sitting;
    QString title;
    QString practice;  ///< nothing of how far it went: a turn of the other's is not told
  };
  struct Appreciated {
    QString by;    ///< whose words
    QString tint;  ///< "a" or "b"
    QString words;
    QString when;  ///< "last Sunday"
  };
  struct Ahead {
    QString journey;  ///< "From me to we"
    QString week;     ///< "Week 3: Saying what would help"
    QString facts;    ///< "20 minutes"; may be empty
  };
  struct PracticeCard {
    Practice practice;
    int exercises = 0;
    int leastMinutes = 0;
    int mostMinutes = 0;
  };

  QStringList names;    ///< of who is here: one partner or two; none where nobody said so
  bool ofTwo = true;    ///< the journal is, whoever of them is here
  bool mayAskWho = false;  ///< one of the two may be here alone, and has not said so
  int hour = 12;        ///< for the greeting
  QString day;          ///< "Sunday, 22 November"
  QString notLocked;    ///< what lies open here, in a sentence; empty where nothing does, or there is nothing to lock
  bool mayLock = true;  ///< whoever is here could do something about it
  bool halfWritten = false;  ///< a line that who is here began, and did not keep or throw away
  bool halfIsChange = false;  ///< and that line is kept already; what they began is a change of it
  bool codeOwed = false;     ///< who is here may not have seen their recovery code
  std::size_t cameIn = 0;    ///< things in the name of who is here, from a copy that was not locked; not looked at yet
  bool wordsWait = false;    ///< words of who is here came with another copy, and wait for its passphrase
  LookCard look = LookCard::Start;
  std::optional<SittingId> lookToTakeUp;  ///< one that was left, or of one alone what is done: taken up at once
  bool anyDone = false;                   ///< it is not the first day any more
  int lookMinutes = 6;                    ///< of one partner's part
  std::optional<Agreed> agreed;
  std::optional<LeftOff> leftOff;
  std::optional<Appreciated> appreciated;
  std::optional<Ahead> ahead;  ///< of a journey that was begun, what comes next
  std::vector<PracticeCard> practices;
};

/// Where a session begins.
class TodayPage : public QWidget {
  Q_OBJECT

 public:
  explicit TodayPage(QWidget* parent = nullptr);
  ~TodayPage() override;

  void showToday(const TodayContent& content);

 Q_SIGNALS:
  void lookAsked();
  void protectAsked();
  void writeOnAsked();  ///< with the half-written line
  void cameInAsked();   ///< what came in is to be looked at
  void newCodeAsked();  ///< by way of a new passphrase
  void waitingAsked();
  void whoAsked();  ///< somebody wants to say who they are
  void agreementKept(EntryId agreement);
  void agreementLetGo(EntryId agreement);  ///< "let it go"
  void agreementUndone(EntryId agreement);
  void agreementsAsked();  ///< the others are to be seen
  void sittingAsked(SittingId sitting);
  void practiceAsked(Practice practice);
  void journeyAsked();
  void noteAsked();

 private:
  void wireButtons();
  void fillTogetherMenu();
  void showLook(const TodayContent& content);
  void showAgreed(const TodayContent::Agreed& agreed, bool two);
  void showNow(const TodayContent& content);
  void showAhead(const TodayContent& content);
  void showPractices(const TodayContent& content);

  std::unique_ptr<Ui::TodayPage> m_ui;
  std::optional<EntryId> m_agreement;
  std::optional<SittingId> m_sitting;
  std::optional<SittingId> m_look;
};

}  // namespace footbridge::gui
