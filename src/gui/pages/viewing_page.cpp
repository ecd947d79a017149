// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/viewing_page.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/dialogs/privacy_words.h"
#include "gui/error_text.h"
#include "gui/look/look.h"
#include "gui/pages/practice_words.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/card_group.h"
#include "gui/widgets/choice_group.h"
#include "gui/widgets/flow_row.h"
#include "gui/widgets/leave_on_escape.h"
#include "gui/widgets/new_label.h"
#include "pages/ui_viewing_page.h"

namespace footbridge::gui {

using practice::WatchMoment;

ViewingPage::ViewingPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ViewingPage>()) {
  m_ui->setupUi(this);
  m_ui->scrollArea->keepInReach(m_ui->keepRow);
  look::setTint(m_ui->sayEdit, QStringLiteral("ours"));
  addPractices();
  wire();
  clear();
}

ViewingPage::~ViewingPage() = default;

void ViewingPage::wire() {
  connect(m_ui->backButton, &QPushButton::clicked, this, &ViewingPage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
  connect(m_ui->seenButton, &QPushButton::clicked, this, [this] { Q_EMIT seenAsked(true); });
  connect(m_ui->unseenButton, &QPushButton::clicked, this, [this] { Q_EMIT seenAsked(false); });
  connect(m_ui->changeButton, &QPushButton::clicked, this, [this] { setChanging(true); });
  connect(m_ui->removeButton, &QPushButton::clicked, this, &ViewingPage::removeAsked);
  connect(m_ui->undoButton, &QPushButton::clicked, this, &ViewingPage::undoAsked);
  connect(m_ui->changeForm, &ViewingForm::titleEdited, this, &ViewingPage::titleEdited);
  connect(m_ui->changeForm, &ViewingForm::kept, this, &ViewingPage::changeAsked);
  connect(m_ui->changeForm, &ViewingForm::cancelled, this, [this] {
    setChanging(false);
    Q_EMIT changingLeft();
  });
  newChoiceGroup(this, {m_ui->beforeChip, m_ui->pauseChip, m_ui->afterChip, m_ui->walledChip, m_ui->freeChip});
  wireMoment(m_ui->beforeChip, WatchMoment::Before);
  wireMoment(m_ui->pauseChip, WatchMoment::Pause);
  wireMoment(m_ui->afterChip, WatchMoment::After);
  wireMoment(m_ui->walledChip, WatchMoment::WalledIn);
  wireMoment(m_ui->freeChip, std::nullopt);
  connect(m_ui->drawButton, &QPushButton::clicked, this, [this] { Q_EMIT drawAsked(m_moment); });
  connect(m_ui->throwButton, &QPushButton::clicked, this, &ViewingPage::throwAsked);
  connect(m_ui->keepButton, &QPushButton::clicked, this, [this] { Q_EMIT keepAsked(words()); });
  connect(m_ui->sayEdit, &QPlainTextEdit::textChanged, this, [this] {
    // The edit says so for changes of its layout too; only words are worth keeping.
    if (words() == m_words) return;
    m_words = words();
    sayUnsaved(false);
    showKeep();
    Q_EMIT wordsChanged();
  });
}

void ViewingPage::wireMoment(QPushButton* chip, std::optional<WatchMoment> moment) {
  connect(chip, &QPushButton::clicked, this, [this, moment] { Q_EMIT drawAsked(moment); });
}

void ViewingPage::addPractices() {
  for (const Practice practice : kPractices) {
    auto* chip = newButton("chip", practiceName(practice), m_ui->practiceRow);
    chip->setObjectName(QStringLiteral("practice_") + practiceTint(practice));
    chip->setCheckable(true);
    connect(chip, &QPushButton::clicked, this,
            [this, practice, chip] { showExercises(chip->isChecked() ? std::optional(practice) : std::nullopt); });
    m_practices.emplace_back(practice, chip);
  }
}

void ViewingPage::showWayBack(const QString& words) {
  m_ui->backButton->setText(words);
}

void ViewingPage::clear() {
  showViewing({});
  setChanging(false);
  showCard(std::nullopt, std::nullopt);
  setWords({});
  showExercises(std::nullopt);
  showNotice({}, false);
  m_ui->scrollArea->verticalScrollBar()->setValue(0);
}

void ViewingPage::showViewing(const ViewingView& view) {
  m_view = view;
  m_ui->titleLabel->setText(QString::fromStdString(view.words.title));
  m_ui->whoDot->showWho(view.who.name, view.who.tint);
  m_ui->whoLabel->setText(view.who.words);
  m_ui->seenButton->setVisible(!view.seen);
  m_ui->unseenButton->setVisible(view.seen);
  showTalks(view.talks);
  showDone(view.done);
  m_ui->exercisesSection->setVisible(!view.exercises.empty());
  orderTabs();
}

void ViewingPage::setChanging(bool changing) {
  m_ui->changeForm->clear();
  if (changing) m_ui->changeForm->showWords(m_view.words, m_view.couple, m_view.plan, tr("Keep it so"));
  m_ui->changeForm->setVisible(changing);
  m_ui->actionsRow->setVisible(!changing);
  if (changing)
    m_ui->changeForm->setFocus();
  else if (isVisible())
    m_ui->changeButton->setFocus();
}

void ViewingPage::showChanging(const QString& title) {
  setChanging(true);
  m_ui->changeForm->setTitle(title);
}

void ViewingPage::endChanging() {
  setChanging(false);
}

std::optional<QString> ViewingPage::changedTitle() const {
  return m_ui->changeForm->isHidden() ? std::nullopt : std::optional(m_ui->changeForm->title());
}

void ViewingPage::showCard(std::optional<WatchMoment> moment, const std::optional<DrawnView>& drawn) {
  m_moment = moment;
  const std::array<QPushButton*, 4> chips{m_ui->beforeChip, m_ui->pauseChip, m_ui->afterChip, m_ui->walledChip};
  for (std::size_t i = 0; i < chips.size(); ++i)
    chips.at(i)->setChecked(moment && static_cast<std::size_t>(*moment) == i);
  m_ui->freeChip->setChecked(!moment);
  m_ui->drawnFrame->setVisible(drawn.has_value());
  m_ui->cardLabel->setText(drawn ? drawn->text : QString());
  m_ui->cardNote->setText(drawn ? drawn->note : QString());
  m_ui->cardNote->setVisible(drawn && !drawn->note.isEmpty());
  m_ui->drawButton->setAccessibleDescription(drawn ? drawn->text : QString());
  showKeep();
}

/// The two buttons come with something to keep or to throw away: words, or a card.
void ViewingPage::showKeep() {
  const bool isEmpty = words().isEmpty() && m_ui->drawnFrame->isHidden();
  for (QPushButton* button : {m_ui->throwButton, m_ui->keepButton}) {
    // The keyboard would wander on from a button that goes; here it can write on.
    if (isEmpty && focusWidget() == button) m_ui->sayEdit->setFocus();
    button->setVisible(!isEmpty);
  }
}

void ViewingPage::setWords(const QString& words) {
  m_words = words;
  sayUnsaved(false);
  m_ui->sayEdit->setPlainText(words);
  showKeep();
  if (!words.isEmpty() && isVisible()) m_ui->sayEdit->setFocus();
}

QString ViewingPage::words() const {
  return m_ui->sayEdit->toPlainText();
}

void ViewingPage::showTalks(const std::vector<TalkLine>& talks) {
  qDeleteAll(m_ui->talksBox->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  m_ui->talksSection->setVisible(!talks.empty());
  for (std::size_t i = 0; i < talks.size(); ++i) {
    auto* card = new QFrame(m_ui->talksBox);
    card->setProperty("look", QStringLiteral("card"));
    auto* rows = new QVBoxLayout(card);
    rows->setContentsMargins(look::px(24), look::px(16), look::px(24), look::px(12));
    rows->setSpacing(look::px(6));
    if (!talks[i].card.isEmpty()) rows->addWidget(newLabel("strong", talks[i].card, card));
    if (!talks[i].text.isEmpty()) rows->addWidget(newLabel("read", talks[i].text, card));
    rows->addWidget(newLabel("small", talks[i].when, card));
    auto* foot = new FlowRow(card);
    const auto add = [&](const char* name, const QString& text, auto signal) {
      auto* button = newButton("link", text, foot);
      button->setObjectName(QLatin1String(name) + QString::number(i));
      button->setAccessibleDescription(talks[i].card + QLatin1Char(' ') + talks[i].text);
      connect(button, &QPushButton::clicked, this, [this, i, signal] { Q_EMIT(this->*signal)(static_cast<int>(i)); });
    };
    add("changeTalk", tr("Change"), &ViewingPage::talkAsked);
    add("removeTalk", tr("Take it away"), &ViewingPage::talkRemoved);
    rows->addWidget(foot);
    m_ui->talksBox->layout()->addWidget(card);
  }
}

void ViewingPage::showExercises(std::optional<Practice> practice) {
  qDeleteAll(m_ui->exercisesBox->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  for (const auto& [its, chip] : m_practices) chip->setChecked(its == practice);
  m_ui->exercisesBox->setVisible(practice.has_value());
  for (const WatchExercise& exercise : m_view.exercises) {
    if (exercise.practice != practice) continue;
    auto* card = new CardButton(m_ui->exercisesBox);
    card->setObjectName(QStringLiteral("exercise_") + QString::fromStdString(exercise.id.text()));
    card->setProperty("edge", QStringLiteral("top"));
    card->setProperty("tint", practiceTint(exercise.practice));
    card->setAccessibleName(QStringLiteral("%1. %2").arg(exercise.title, exercise.facts));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(look::px(21), look::px(19), look::px(21), look::px(16));
    column->addWidget(newLabel("heading", exercise.title));
    column->addWidget(newLabel("note", exercise.facts, nullptr, practiceTint(exercise.practice)));
    column->addStretch();
    connect(card, &QPushButton::clicked, this, [this, id = exercise.id] { Q_EMIT exerciseAsked(id); });
    CardGroup::of(*m_ui->exercisesBox).add(card);
    card->show();
  }
  orderTabs();
}

void ViewingPage::showDone(const std::vector<DoneView>& done) {
  qDeleteAll(m_ui->doneBox->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  m_ui->doneSection->setVisible(!done.empty());
  for (const DoneView& one : done) {
    auto* card = new CardButton(m_ui->doneBox);
    card->setObjectName(QStringLiteral("sitting_%1").arg(one.sitting.number()));
    card->setAccessibleName(QStringLiteral("%1. %2").arg(one.title, one.when));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(look::px(21), look::px(16), look::px(21), look::px(16));
    column->addWidget(newLabel("heading", one.title));
    column->addWidget(newLabel("small", one.when));
    connect(card, &QPushButton::clicked, this, [this, id = one.sitting] { Q_EMIT sittingAsked(id); });
    CardGroup::of(*m_ui->doneBox).add(card);
    card->show();
  }
}

/// As the page is read: what was made anew comes between what the form holds.
void ViewingPage::orderTabs() {
  QWidget* before = m_ui->keepButton;
  const auto follow = [&before](QWidget* next) {
    setTabOrder(before, next);
    before = next;
  };
  for (auto* button : m_ui->talksBox->findChildren<QPushButton*>()) follow(button);
  for (const auto& practice : m_practices) follow(practice.second);
  for (auto* card : m_ui->exercisesBox->findChildren<CardButton*>()) follow(card);
  for (auto* card : m_ui->doneBox->findChildren<CardButton*>()) follow(card);
}

void ViewingPage::showNotice(const QString& words, bool undo) {
  m_ui->noticeLabel->setText(words);
  m_ui->undoButton->setVisible(undo);
  m_ui->noticeFrame->setVisible(!words.isEmpty());
}

void ViewingPage::offerUndo() {
  m_ui->undoButton->setFocus();
  PageScroll::follow(*m_ui->undoButton);
}

void ViewingPage::showRefusal(const Error& error) {
  showNotice(refusalText(error), false);
}

void ViewingPage::sayUnsaved(bool isUnsaved) {
  m_ui->savedLabel->setText(isUnsaved ? tr("not saved") : QString());
  m_ui->savedLabel->setVisible(isUnsaved);
}

void ViewingPage::showUnsaved(const Error& error) {
  sayUnsaved(true);
  showNotice(unsavedText(error), false);
}

}  // namespace footbridge::gui
