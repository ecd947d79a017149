// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/player_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <algorithm>

#include "gui/lent_words.h"
#include "gui/pages/passing_view.h"
#include "gui/steps/absent_view.h"
#include "gui/steps/finished_view.h"
#include "gui/steps/leave_view.h"
#include "gui/steps/locked_view.h"
#include "gui/steps/part_done_view.h"
#include "gui/steps/pause_view.h"
#include "gui/steps/view_for_screen.h"
#include "gui/widgets/steady_foot.h"
#include "pages/ui_player_page.h"

namespace footbridge::gui {

namespace {

using practice::FinishedScreen;
using practice::HandOverScreen;
using practice::LockedScreen;
using practice::PartDoneScreen;
using practice::Screen;
using practice::StepScreen;
using practice::TalkScreen;

template <typename Body>
bool isAt(const Screen& screen) {
  return std::holds_alternative<Body>(screen.body);
}

constexpr double kTwoLines = 0.65;  ///< of the width of words in one line, for two lines of them

/// What a screen reader says of a pause.
QString pauseName(const QString& until) {
  return until.isEmpty() ? PlayerPage::tr("Pause") : PlayerPage::tr("Pause until %1").arg(until);
}

/// What stays in sight: the buttons, with who can read this above them where the words leave room for both.
QBoxLayout* footOf(const QWidget& view) {
  auto* buttons = view.findChild<QBoxLayout*>(QStringLiteral("buttonsLayout"));
  if (buttons != nullptr && !SteadyFoot::hasRoomForWords()) return buttons;
  return view.findChild<QBoxLayout*>(QStringLiteral("footLayout"));
}

/// What nobody would hear if the talk ended now; empty where all was said. A header with large text has no room for
/// names.
QString toCome(const TalkScreen& talk, const Couple& couple) {
  const bool mayName = SteadyFoot::hasRoomForWords();
  if (talk.turn + 1 < talk.turns)
    return mayName ? PlayerPage::tr("End it; %1 has a turn left").arg(couple.name(otherOf(talk.speaker)))
                   : PlayerPage::tr("End it, with a turn left");
  if (talk.phase != TalkScreen::Phase::Speaking) return {};
  return mayName ? PlayerPage::tr("End it; %1’s turn is not over").arg(couple.name(talk.speaker))
                 : PlayerPage::tr("End it, with a turn not over");
}

/// Letters in any field; what is only ticked is as soon ticked again.
bool hasTypedWords(const QWidget& view) {
  const auto isTyped = [](const auto* edit) { return !edit->toPlainText().trimmed().isEmpty(); };
  const auto texts = view.findChildren<QTextEdit*>();
  const auto plains = view.findChildren<QPlainTextEdit*>();
  const auto lines = view.findChildren<QLineEdit*>();
  return std::ranges::any_of(texts, isTyped) || std::ranges::any_of(plains, isTyped) ||
         std::ranges::any_of(lines, [](const QLineEdit* edit) { return !edit->text().trimmed().isEmpty(); });
}

}  // namespace

PlayerPage::PlayerPage(QWidget* parent) : Page(parent), m_ui(std::make_unique<Ui::PlayerPage>()) {
  m_ui->setupUi(this);
  m_ui->troubleFrame->hide();
  m_ui->header->installEventFilter(this);
  for (QPushButton* link : {m_ui->pauseLink, m_ui->leaveLink}) setTint(link, QStringLiteral("soft"));
  wireButtons();
}

PlayerPage::~PlayerPage() = default;

void PlayerPage::wireButtons() {
  connect(m_ui->pauseButton, &QPushButton::clicked, this, &PlayerPage::pauseAsked);
  connect(m_ui->pauseLink, &QPushButton::clicked, this, &PlayerPage::pauseAsked);
  connect(m_ui->leaveButton, &QPushButton::clicked, this, &PlayerPage::leaveAsked);
  connect(m_ui->leaveLink, &QPushButton::clicked, this, &PlayerPage::leaveAsked);
  connect(m_ui->saveAgainButton, &QPushButton::clicked, this, &PlayerPage::saveAgainAsked);
  connect(m_ui->passButton, &QPushButton::clicked, this, &PlayerPage::skip);
  namePause();
}

/// With its key, for which large text leaves the header no room.
void PlayerPage::namePause() {
  m_ui->pauseLink->setText(tr("Pause · F6"));
  m_ui->pauseButton->setText(SteadyFoot::hasRoomForWords() ? tr("Pause · F6") : tr("Pause"));
  for (QPushButton* button : {m_ui->pauseButton, m_ui->pauseLink}) {
    button->setShortcut(Qt::Key_F6);  // a new text takes it away
    button->setToolTip(tr("Pause: F6"));
    button->setAccessibleName(tr("Pause"));
  }
}

/// Words that stand on the page go with a skipped step, and what the talk was to hold yet with the talk; that is asked
/// in place, once.
void PlayerPage::skip() {
  const bool letsWordsGo = m_view != nullptr && hasTypedWords(*m_view);
  if (m_mayLetGo || (m_toCome.isEmpty() && !letsWordsGo)) {
    Q_EMIT acted(practice::Pass{});
    return;
  }
  m_mayLetGo = true;
  m_ui->passButton->setText(m_toCome.isEmpty() ? tr("Skip, and let the words go") : m_toCome);
}

void PlayerPage::showScreen(const Exercise& exercise, const Screen& screen, const Setting& setting) {
  StepView* view = newViewForScreen(exercise, screen, setting, nullptr);
  showHeader(exercise, screen, setting);
  showFooter(screen, setting.couple);
  showTrouble({});
  passTo(practice::aloneOf(screen.viewer));
  putView(view, view->firstField(), view->spokenName());
  m_view = view;
  wireView(view);
}

void PlayerPage::wireView(StepView* view) {
  connect(view, &StepView::acted, this, &PlayerPage::acted);
  connect(view, &StepView::draftChanged, this, [this] { showSaved(SavedState::NotYet); });
  connect(view, &StepView::draftChanged, this, &PlayerPage::draftChanged);
  connect(view, &StepView::draftChanged, this, &PlayerPage::askBeforeSkipping);
  if (auto* finished = qobject_cast<FinishedView*>(view)) {
    connect(finished, &FinishedView::doneAsked, this, &PlayerPage::doneAsked);
    connect(finished, &FinishedView::lightAsked, this, &PlayerPage::lightAsked);
  }
  if (auto* part = qobject_cast<PartDoneView*>(view)) {
    connect(part, &PartDoneView::doneAsked, this, &PlayerPage::doneAsked);
    connect(part, &PartDoneView::lightAsked, this, &PlayerPage::lightAsked);
  }
  if (auto* locked = qobject_cast<LockedView*>(view))
    connect(locked, &LockedView::unlockAsked, this, &PlayerPage::unlockAsked);
}

/// The old view is emptied and goes; the new one is announced and takes the keyboard.
void PlayerPage::putView(QWidget* view, QWidget* firstField, const QString& spoken) {
  dropOldView();
  m_ui->viewScroll->setWidget(view);
  view->setAutoFillBackground(false);
  if (auto* foot = footOf(*view)) m_ui->viewScroll->keepInReach(foot);
  view->show();
  orderTabs(view);
  m_ui->viewScroll->setAccessibleName(spoken);
  setAccessibleName(spoken);
  beginAt(firstField);
  m_quiet.begin();
}

void PlayerPage::clear() {
  dropOldView();
  m_reader.reset();
  m_ui->headingLabel->clear();
  m_ui->turnLabel->clear();
  m_ui->stepProgress->setStep(0, 0);
  m_ui->turnDot->showWho({}, QStringLiteral("ours"));
  showTrouble({});
  m_ui->viewScroll->setAccessibleName({});
  setAccessibleName({});
}

/// What one of them copied or marked is not there for the other to put in. A pause, or the question whether to leave,
/// has no words and no field of anybody: what comes after it tells whether the laptop is somebody else's.
void PlayerPage::passTo(std::optional<PartnerId> reader) {
  if (m_reader && m_reader != reader) takeBackLentWords();
  m_reader = reader;
}

void PlayerPage::dropOldView() {
  m_view = nullptr;
  beginAt(nullptr);
  if (QWidget* old = m_ui->viewScroll->widget()) old->disconnect(this);
  dropView(*m_ui->viewScroll);
}

void PlayerPage::orderTabs(QWidget* view) {
  QList<QWidget*> order{m_ui->passButton, m_ui->pauseButton, m_ui->leaveButton};
  if (view->layout() != nullptr) collectFocusable(view->layout(), order);
  if (const auto* foot = view->findChild<SteadyFoot*>()) {
    QList<QWidget*> below;
    for (QLayoutItem* item : foot->below()) collectFocusable(item, below);
    for (QWidget* stop : below) order.removeOne(stop);
    collectFocusable(foot->layout(), order);
    order << below;
  }
  order << m_ui->saveAgainButton << m_ui->pauseLink << m_ui->leaveLink;
  for (qsizetype i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
}

void PlayerPage::showHeader(const Exercise& exercise, const Screen& screen, const Setting& setting) {
  const bool isBare = isAt<HandOverScreen>(screen) || isAt<FinishedScreen>(screen) || isAt<PartDoneScreen>(screen) ||
                      isAt<LockedScreen>(screen);
  m_ui->header->setHidden(isBare);
  m_ui->headingLabel->setText(setting.heading.isEmpty() ? fromUtf8(exercise.title) : setting.heading);
  const auto progress = setting.progress.value_or(practice::SittingProgress{screen.stepIndex, exercise.steps.size()});
  m_ui->stepProgress->setStep(static_cast<int>(progress.done), static_cast<int>(progress.steps));
  const auto who = practice::aloneOf(screen.viewer);
  const QString tint = who ? tintOf(*who) : QStringLiteral("ours");
  const QString words = who ? tr("%1’s turn").arg(setting.couple.name(*who)) : tr("Together");
  m_ui->turnDot->showWho(who ? setting.couple.name(*who) : words, tint);
  m_ui->turnLabel->setText(words);
  setTint(m_ui->turnLabel, tint);
  namePause();
  // "saved" has its room before it comes, so that nothing moves.
  showSavedWords(m_ui->savedLabel, SavedState::Saved);
  m_ui->savedLabel->setMinimumWidth(m_ui->savedLabel->sizeHint().width());
  showSavedWords(m_ui->savedLabel, SavedState::NotYet);
}

/// Where large text leaves too little room, it goes first, and then the words
/// beside the dot, which says the same; before the heading would need a third line.
void PlayerPage::fitHeader() {
  QLayout* row = m_ui->header->layout();
  row->activate();
  const QMargins edges = layout()->contentsMargins();
  const int least = m_ui->headingLabel->minimumSizeHint().width();
  const int spared = std::max(0, qRound(kTwoLines * m_ui->headingLabel->sizeHint().width()) - least);
  int room = width() - edges.left() - edges.right() - row->minimumSize().width() - spared;
  QLabel* const given[] = {m_ui->turnLabel, m_ui->savedLabel};
  const auto needs = [this](const QLabel* label) {
    label->ensurePolished();
    return std::max(label->minimumWidth(), label->sizeHint().width()) + m_ui->turnLayout->spacing();
  };
  for (const QLabel* label : given) room += label->isHidden() ? 0 : needs(label);
  for (QLabel* label : given) {
    room -= needs(label);
    label->setVisible(room >= 0);
  }
}

bool PlayerPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_ui->header && event->type() == QEvent::LayoutRequest) fitHeader();
  return Page::eventFilter(watched, event);
}

void PlayerPage::showFooter(const Screen& screen, const Couple& couple) {
  const bool isOver = isAt<FinishedScreen>(screen) || isAt<PartDoneScreen>(screen);
  const bool isCurtain = isAt<HandOverScreen>(screen) || isAt<LockedScreen>(screen);
  m_ui->passButton->setVisible(isAt<StepScreen>(screen) || isAt<TalkScreen>(screen));
  m_isTalk = isAt<TalkScreen>(screen);
  m_toCome = m_isTalk ? toCome(std::get<TalkScreen>(screen.body), couple) : QString();
  askBeforeSkipping();
  m_ui->pauseLink->setVisible(isCurtain);
  m_ui->leaveLink->setVisible(isCurtain && !isOver);
}

void PlayerPage::askBeforeSkipping() {
  m_mayLetGo = false;
  m_ui->passButton->setText(m_isTalk ? tr("End talk") : tr("Skip"));
}

void PlayerPage::showBare() {
  m_ui->header->hide();
  m_ui->pauseLink->hide();
  m_ui->leaveLink->hide();
  showTrouble({});
}

void PlayerPage::showPause(const PauseScreen& screen) {
  auto* view = new PauseView(screen);
  connect(view, &PauseView::planned, this, &PlayerPage::pausePlanned);
  connect(view, &PauseView::bothReady, this, &PlayerPage::pauseOver);
  showBare();
  m_ui->leaveLink->show();
  putView(view, view->firstField(), screen.isOver ? tr("Ready to go on?") : pauseName(screen.until));
}

void PlayerPage::showPauseUntil(const QString& until) {
  auto* view = qobject_cast<PauseView*>(m_ui->viewScroll->widget());
  if (view == nullptr) return;
  view->showUntil(until);
  setAccessibleName(pauseName(until));
  m_ui->viewScroll->setAccessibleName(pauseName(until));
  beginAt(view->firstField());
}

void PlayerPage::askReadyAgain() {
  auto* view = qobject_cast<PauseView*>(m_ui->viewScroll->widget());
  if (view == nullptr) return;
  view->askAgain();
  beginAt(view->firstField());
}

void PlayerPage::showLeave(const Aftercare& care) {
  auto* view = new LeaveView(care);
  connect(view, &LeaveView::stayAsked, this, &PlayerPage::stayAsked);
  connect(view, &LeaveView::leaveConfirmed, this, &PlayerPage::leaveConfirmed);
  showBare();
  putView(view, view->firstField(), tr("Leave it here for now?"));
}

void PlayerPage::showAbsent(const Couple& couple, PartnerId missing, bool hasPassphrase) {
  auto* view = new AbsentView(couple, missing, hasPassphrase);
  connect(view, &AbsentView::cameAsked, this, &PlayerPage::otherCame);
  connect(view, &AbsentView::backAsked, this, &PlayerPage::waitingLeft);
  showBare();
  passTo(std::nullopt);
  putView(view, view->firstField(), tr("This goes on when %1 is here").arg(couple.name(missing)));
}

/// Narrow windows with large text give their edges to the words.
void PlayerPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fitEdges(*this);
  fitHeader();
}

QString PlayerPage::draft() const {
  return m_view != nullptr ? m_view->draft() : QString();
}

void PlayerPage::showSaved(SavedState state) {
  if (m_view != nullptr) showSavedWords(m_ui->savedLabel, state);
}

void PlayerPage::showProtected(bool isProtected) {
  if (m_view != nullptr) m_view->showProtected(isProtected);
}

void PlayerPage::showLight(const LightOffer& offer) {
  if (auto* finished = qobject_cast<FinishedView*>(m_view)) finished->showLight(offer);
  if (auto* part = qobject_cast<PartDoneView*>(m_view)) part->showLight(offer);
}

void PlayerPage::showTrouble(const QString& words, bool mayRetry) {
  m_ui->troubleLabel->setText(words);
  m_ui->saveAgainButton->setVisible(mayRetry);
  m_ui->troubleFrame->setAccessibleName(words);
  m_ui->troubleFrame->setHidden(words.isEmpty());
}

bool PlayerPage::offersToSaveAgain() const {
  return !m_ui->troubleFrame->isHidden() && !m_ui->saveAgainButton->isHidden();
}

}  // namespace footbridge::gui
