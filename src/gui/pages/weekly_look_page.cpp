// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/weekly_look_page.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include "gui/look/look.h"
#include "gui/widgets/page_scroll.h"
#include "pages/ui_weekly_look_page.h"

namespace footbridge::gui {

namespace {

constexpr int kDot = 32;  ///< at 100 % text

/// As it is for one person alone, of whom nothing is opened to anybody.
Exercise forOneAlone(Exercise look) {
  const auto tr = [](const char* text) { return WeeklyLookPage::tr(text).toStdString(); };
  look.audience = Audience::One;
  look.why = tr(
      "Small things are easier to see while they are still small. A short look each week makes room for them. It is no "
      "test, and there is no score.");
  look.keeps = tr("Your lines and your words are for you alone. Nobody is shown them.");
  look.groundRules = {tr("Answer for yourself."), tr("Any line can be left out.")};
  look.notNow = {
      tr("you are worn out, have been drinking, are in fresh grief, or told or heard something hard; tomorrow is just "
         "as good"),
      tr("you fear what happens if somebody comes upon your words; then put nothing down here"),
      tr("there is an affair, an addiction, an untreated severe illness, thoughts of suicide or a decision to leave; "
         "see a professional first")};
  return look;
}

}  // namespace

WeeklyLookPage::WeeklyLookPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::WeeklyLookPage>()) {
  m_ui->setupUi(this);
  fitDots();
  showNotice({});
  showNotes(nullptr);
  connect(m_ui->turnAButton, &QPushButton::clicked, this, [this] { ask(PartnerId::A); });
  connect(m_ui->turnBButton, &QPushButton::clicked, this, [this] { ask(PartnerId::B); });
  connect(m_ui->openButton, &QPushButton::clicked, this, &WeeklyLookPage::openTogetherAsked);
  connect(m_ui->wholeButton, &QPushButton::clicked, this, &WeeklyLookPage::wholeLookAsked);
  connect(m_ui->notes, &ExerciseNotes::evidenceAsked, this, &WeeklyLookPage::evidenceAsked);
}

WeeklyLookPage::~WeeklyLookPage() = default;

/// All as wide as the widest figure, so that the lines beside them begin at one place.
void WeeklyLookPage::fitDots() {
  for (QLabel* dot : {m_ui->oneNumber, m_ui->twoNumber, m_ui->threeNumber}) dot->setFixedWidth(look::px(kDot));
}

void WeeklyLookPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange) fitDots();
}

void WeeklyLookPage::ask(PartnerId who) {
  Q_EMIT ownLookAsked(who, m_ui->shortBox->isChecked());
}

void WeeklyLookPage::showCouple(const Couple& couple, std::optional<PartnerId> here) {
  m_ui->shortBox->setChecked(false);
  const bool two = couple.isTwo();
  m_two = two;
  m_ui->openCard->setVisible(two);
  showWay(two);
  const auto alone = two ? here : couple.a ? PartnerId::A : PartnerId::B;
  showTurn(*m_ui->turnAButton, couple, PartnerId::A, alone);
  showTurn(*m_ui->turnBButton, couple, PartnerId::B, alone);
}

/// Beside another it is told by its name and by a dot in its colour; alone it has that colour itself, in which no dot
/// is seen, and asks for no name.
void WeeklyLookPage::showTurn(QPushButton& button, const Couple& couple, PartnerId who,
                              std::optional<PartnerId> alone) {
  const QString tint = look::tintOf(who);
  button.setVisible(couple.of(who) && (!alone || alone == who));
  button.setText(alone ? tr("Start my turn") : tr("I’m %1").arg(couple.name(who)));
  look::setProperty(&button, "role", alone ? tint : QStringLiteral("quiet"));
  look::setProperty(&button, "dot", alone ? QVariant() : QVariant(tint));
}

/// One person alone opens it to nobody.
void WeeklyLookPage::showWay(bool two) {
  m_ui->textLabel->setText(two ? tr("A few quiet minutes, each in your own words. No grades, and nothing to get right.")
                               : tr("A few quiet minutes, in your own words. No grades, and nothing to get right."));
  m_ui->oneText->setText(two ? tr("Each of you looks at the last seven days alone, when it suits.")
                             : tr("You look at the last seven days, when it suits."));
  m_ui->threeNumber->setVisible(two);
  m_ui->threeText->setVisible(two);
}

void WeeklyLookPage::showNotes(const Exercise* look) {
  m_ui->notes->setVisible(look != nullptr);
  if (look == nullptr) return;
  m_ui->notes->showExercise(m_two ? *look : forOneAlone(*look),
                            [](const std::string& text) { return QString::fromStdString(text); });
}

void WeeklyLookPage::showUnlocked(const QString& words) {
  m_ui->notes->showUnlocked(words);
}

void WeeklyLookPage::showNotice(const QString& words) {
  m_ui->noticeLabel->setText(words);
  m_ui->noticeFrame->setAccessibleName(words);
  m_ui->noticeFrame->setHidden(words.isEmpty());
  if (words.isEmpty()) return;
  // What was pressed lies below it; the keyboard goes on from the answer to what can be done now.
  m_ui->noticeFrame->setFocus();
  PageScroll::beginAt(*m_ui->titleLabel, *m_ui->noticeFrame);
}

}  // namespace footbridge::gui
