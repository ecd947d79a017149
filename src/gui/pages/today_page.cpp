// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/today_page.h"

#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include "gui/look/look.h"
#include "gui/pages/practice_words.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/new_label.h"
#include "pages/ui_today_page.h"

namespace footbridge::gui {
namespace {

QString rangeWords(const TodayContent::PracticeCard& card) {
  const QString minutes = card.leastMinutes == card.mostMinutes
                              ? QString::number(card.leastMinutes)
                              : QStringLiteral("%1–%2").arg(card.leastMinutes).arg(card.mostMinutes);
  return card.exercises == 1 ? TodayPage::tr("1 exercise · %1 min").arg(minutes)
                             : TodayPage::tr("%1 exercises · %2 min").arg(card.exercises).arg(minutes);
}

CardButton* practiceCard(const TodayContent::PracticeCard& card, Audience whom, QWidget* parent) {
  const QString tint = practiceTint(card.practice);
  const QString line = practiceLine(card.practice, whom);
  auto* made = new CardButton(parent);
  made->setObjectName(QStringLiteral("practice_") + tint);
  made->setProperty("edge", QStringLiteral("top"));
  made->setProperty("tint", tint);
  made->setAccessibleName(QStringLiteral("%1: %2. %3").arg(practiceName(card.practice), line, rangeWords(card)));
  auto* column = new QVBoxLayout(made);
  column->setContentsMargins(look::px(21), look::px(23), look::px(21), look::px(19));
  column->setSpacing(0);
  column->addWidget(newLabel("heading", practiceName(card.practice)));
  column->addSpacing(look::px(4));
  column->addWidget(newLabel("small", line));
  column->addStretch();
  column->addSpacing(look::px(12));
  column->addWidget(newLabel("note", rangeWords(card), nullptr, tint));
  return made;
}

QString greeting(int hour, const QStringList& names) {
  if (names.isEmpty()) {
    if (hour >= 5 && hour < 12) return TodayPage::tr("Good morning");
    return hour >= 12 && hour < 18 ? TodayPage::tr("Good afternoon") : TodayPage::tr("Good evening");
  }
  const QString who = names.size() > 1 ? TodayPage::tr("%1 and %2").arg(names[0], names[1]) : names.value(0);
  if (hour >= 5 && hour < 12) return TodayPage::tr("Good morning, %1").arg(who);
  if (hour >= 12 && hour < 18) return TodayPage::tr("Good afternoon, %1").arg(who);
  return TodayPage::tr("Good evening, %1").arg(who);
}

/// A copy from before a passphrase was set, say: whoever wrote in it, these lines bear the name of who is here.
QString cameInWords(std::size_t count) {
  if (count == 1)
    return TodayPage::tr(
        "One line in your name came in from a copy that was not locked. What was here stays as it "
        "was. Others could write in that copy too, so please look at it. What is new is marked in "
        "Our story.");
  return TodayPage::tr(
             "%1 lines in your name came in from a copy that was not locked. What was here stays as it was. "
             "Others could write in that copy too, so please look at them. What is new is marked in Our "
             "story.")
      .arg(count);
}

}  // namespace

TodayPage::TodayPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::TodayPage>()) {
  m_ui->setupUi(this);
  fillTogetherMenu();
  wireButtons();
}

TodayPage::~TodayPage() = default;

void TodayPage::wireButtons() {
  connect(m_ui->lookButton, &QPushButton::clicked, this, [this] {
    if (m_look)
      Q_EMIT sittingAsked(*m_look);
    else
      Q_EMIT lookAsked();
  });
  connect(m_ui->whoButton, &QPushButton::clicked, this, &TodayPage::whoAsked);
  connect(m_ui->protectButton, &QPushButton::clicked, this, &TodayPage::protectAsked);
  connect(m_ui->writeOnButton, &QPushButton::clicked, this, &TodayPage::writeOnAsked);
  connect(m_ui->cameInButton, &QPushButton::clicked, this, &TodayPage::cameInAsked);
  connect(m_ui->codeButton, &QPushButton::clicked, this, &TodayPage::newCodeAsked);
  connect(m_ui->waitingButton, &QPushButton::clicked, this, &TodayPage::waitingAsked);
  connect(m_ui->keptButton, &QPushButton::clicked, this, [this] { Q_EMIT agreementKept(*m_agreement); });
  connect(m_ui->letGoButton, &QPushButton::clicked, this, [this] { Q_EMIT agreementLetGo(*m_agreement); });
  connect(m_ui->undoButton, &QPushButton::clicked, this, [this] { Q_EMIT agreementUndone(*m_agreement); });
  connect(m_ui->moreAgreedButton, &QPushButton::clicked, this, &TodayPage::agreementsAsked);
  connect(m_ui->leftOffCard, &QPushButton::clicked, this, [this] { Q_EMIT sittingAsked(*m_sitting); });
  connect(m_ui->journeyCard, &QPushButton::clicked, this, &TodayPage::journeyAsked);
}

void TodayPage::fillTogetherMenu() {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("togetherMenu"));
  connect(menu->addAction(tr("This week’s look")), &QAction::triggered, this, &TodayPage::lookAsked);
  menu->addSeparator();
  for (const Practice practice : kPractices)
    connect(menu->addAction(practiceName(practice)), &QAction::triggered, this,
            [this, practice] { Q_EMIT practiceAsked(practice); });
  menu->addSeparator();
  connect(menu->addAction(tr("A line just for me")), &QAction::triggered, this, &TodayPage::noteAsked);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] { menu->setMinimumWidth(m_ui->togetherButton->width()); });
  m_ui->togetherButton->setMenu(menu);
}

void TodayPage::showToday(const TodayContent& content) {
  m_ui->greetingLabel->setText(greeting(content.hour, content.names));
  m_ui->dayLabel->setText(content.day);
  m_ui->whoButton->setVisible(content.mayAskWho);
  m_ui->lockBanner->setHidden(content.notLocked.isEmpty());
  m_ui->lockLabel->setText(content.notLocked);
  m_ui->protectButton->setVisible(content.mayLock);
  m_ui->halfBanner->setVisible(content.halfWritten);
  m_ui->halfLabel->setText(content.halfIsChange
                               ? tr("You began to change a line. It stays as it was until you keep the change.")
                               : tr("You began a line. It is here as you left it, and not kept yet."));
  m_ui->codeBanner->setVisible(content.codeOwed);
  m_ui->cameInBanner->setVisible(content.cameIn > 0);
  m_ui->cameInLabel->setText(cameInWords(content.cameIn));
  m_ui->waitingBanner->setVisible(content.wordsWait);
  m_ui->togetherButton->setText(content.names.size() > 1 ? tr("Start something together") : tr("Start something"));
  showLook(content);
  showNow(content);
  showAhead(content);
  showPractices(content);
}

void TodayPage::showLook(const TodayContent& content) {
  const bool two = content.ofTwo;
  QString text = two ? tr("Each of you answers alone, when it suits. Your answers open together, once you both say so.")
                     : tr("A look back at your week, for you.");
  QString title =
      two ? tr("A few quiet minutes, each in your own words") : tr("A few quiet minutes, in your own words");
  QString button = two ? tr("Start my turn") : tr("Start");
  m_look = content.lookToTakeUp;
  if (content.look == LookCard::GoOn) {
    text = tr("You can go on where you left off. Nothing was lost.");
    button = tr("Go on");
  } else if (content.look == LookCard::MyPart) {
    text = two                           ? tr("Your part is done. It opens when you are both here and both say so.")
           : content.notLocked.isEmpty() ? tr("Kept, and only yours.")
                                         : tr("Kept, and not locked yet.");
    button = two ? tr("Open it together") : tr("Look at it again");
  } else if (content.look == LookCard::Opened) {
    title = tr("You looked at this week together");
    text = tr("What you opened is in Our story.");
  }
  m_ui->lookTitleLabel->setText(title);
  m_ui->lookTextLabel->setText(text);
  m_ui->lookButton->setText(button);
  m_ui->lookActs->setVisible(content.look != LookCard::Opened);
  m_ui->lookMinutesLabel->setText(two ? tr("about %1 minutes each").arg(content.lookMinutes)
                                      : tr("about %1 minutes").arg(content.lookMinutes));
  m_ui->lookMinutesLabel->setVisible(content.look == LookCard::Start);
}

void TodayPage::showAgreed(const TodayContent::Agreed& agreed, bool two) {
  m_agreement = agreed.id;
  const bool isMarked = agreed.marked.has_value();
  m_ui->keptButton->setText(two ? tr("We did it") : tr("I did it"));
  QString kind = two ? tr("You agreed") : tr("Your next step");
  if (isMarked) kind = agreed.marked == AgreementState::Kept ? tr("You did it") : tr("You let it go");
  m_ui->agreedKindLabel->setText(kind);
  m_ui->agreedLabel->setText(agreed.what);
  m_ui->agreedDetailLabel->setText(agreed.detail);
  m_ui->agreedDetailLabel->setHidden(agreed.detail.isEmpty());
  m_ui->moreAgreedButton->setText(tr("and %1 more in Our story").arg(agreed.more));
  m_ui->moreAgreedButton->setVisible(agreed.more > 0);
  const QWidget* keyboard = focusWidget();
  const bool hadKeyboard = keyboard != m_ui->moreAgreedButton && m_ui->agreedRow->isAncestorOf(keyboard);
  m_ui->keptButton->setHidden(isMarked);
  m_ui->letGoButton->setHidden(isMarked);
  m_ui->undoButton->setVisible(isMarked);
  if (hadKeyboard) (isMarked ? m_ui->undoButton : m_ui->keptButton)->setFocus();
}

void TodayPage::showNow(const TodayContent& content) {
  m_agreement.reset();
  m_sitting.reset();
  // A screen reader comes to hidden words as well.
  for (QLabel* words : {static_cast<QLabel*>(m_ui->agreedLabel), static_cast<QLabel*>(m_ui->agreedDetailLabel),
                        static_cast<QLabel*>(m_ui->leftOffLabel), static_cast<QLabel*>(m_ui->leftOffPracticeLabel),
                        static_cast<QLabel*>(m_ui->appreciatedLabel)})
    words->clear();
  m_ui->moreAgreedButton->setText({});
  m_ui->leftOffCard->setAccessibleName({});
  m_ui->agreedCard->setVisible(content.agreed.has_value());
  if (content.agreed) showAgreed(*content.agreed, content.ofTwo);
  m_ui->leftOffCard->setVisible(content.leftOff.has_value());
  if (const auto& left = content.leftOff) {
    m_sitting = left->sitting;
    m_ui->leftOffLabel->setText(left->title);
    m_ui->leftOffPracticeLabel->setText(left->practice);
    m_ui->leftOffPracticeLabel->setHidden(left->practice.isEmpty());
    m_ui->leftOffCard->setAccessibleName(tr("Go on with %1").arg(left->title));
  }
  m_ui->appreciatedCard->setVisible(content.appreciated.has_value());
  if (const auto& kind = content.appreciated) {
    m_ui->appreciatedKindLabel->setText(tr("%1 appreciated").arg(kind->by));
    m_ui->appreciatedLabel->setText(tr("“%1”").arg(kind->words));
    m_ui->appreciatedDot->showWho(kind->by, kind->tint);
    look::setTint(m_ui->appreciatedWhoLabel, kind->tint);
    m_ui->appreciatedWhoLabel->setText(kind->when.isEmpty() ? kind->by : tr("%1, %2").arg(kind->by, kind->when));
  }
  const bool any = content.agreed || content.leftOff || content.appreciated;
  m_ui->nowRow->setVisible(any);
  m_ui->firstDayCard->setVisible(!any && !content.anyDone);
  m_ui->firstDayLabel->setText(
      content.ofTwo ? tr("What you agree on, where you left off, and the kind things you say about each "
                         "other will wait here for you. There is no hurry.")
                    : tr("What you begin and leave for later will wait here for you. There is no hurry."));
}

void TodayPage::showAhead(const TodayContent& content) {
  m_ui->journeyCard->setVisible(content.ahead.has_value());
  if (!content.ahead) {
    // What is out of sight is still within a screen reader's reach.
    m_ui->journeyKindLabel->clear();
    m_ui->journeyLabel->clear();
    m_ui->journeyCard->setAccessibleName({});
    return;
  }
  const auto& [journey, week, facts] = *content.ahead;
  m_ui->journeyKindLabel->setText(facts.isEmpty() ? journey : QStringLiteral("%1 · %2").arg(journey, facts));
  m_ui->journeyLabel->setText(week);
  m_ui->journeyCard->setAccessibleName(tr("%1, next: %2. %3").arg(journey, week, facts));
}

void TodayPage::showPractices(const TodayContent& content) {
  qDeleteAll(m_ui->practicesRow->findChildren<CardButton*>(Qt::FindDirectChildrenOnly));
  QWidget* before = m_ui->journeyCard;
  for (const auto& card : content.practices) {
    CardButton* made = practiceCard(card, content.ofTwo ? Audience::Two : Audience::One, m_ui->practicesRow);
    connect(made, &QPushButton::clicked, this, [this, practice = card.practice] { Q_EMIT practiceAsked(practice); });
    setTabOrder(before, made);
    before = made;
    made->show();
  }
  m_ui->practicesBox->setVisible(!content.practices.empty());
}

}  // namespace footbridge::gui
