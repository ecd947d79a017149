// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/agree_view.h"

#include <QButtonGroup>
#include <QDate>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "domain/text.h"
#include "gui/calendar.h"
#include "gui/steps/saved_words.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/choice_group.h"
#include "practice/answer_rules.h"
#include "widgets/steps/ui_agree_view.h"

namespace footbridge::gui {
namespace {

/// None for "-", and for what is no day.
std::optional<Day> dayFrom(const QString& text) {
  const QDate date = QDate::fromString(text, Qt::ISODate);
  if (!date.isValid()) return std::nullopt;
  return Day(std::chrono::year(date.year()), std::chrono::month(static_cast<unsigned>(date.month())),
             std::chrono::day(static_cast<unsigned>(date.day())));
}

}  // namespace

AgreeView::AgreeView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::AgreeView>()), m_today(showing.setting.today) {
  m_ui->setupUi(this);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  const Couple& couple = showing.setting.couple;
  m_ui->whoAButton->setText(couple.name(PartnerId::A));
  m_ui->whoBButton->setText(couple.name(PartnerId::B));
  setTint(m_ui->whoAButton, QStringLiteral("a"));
  setTint(m_ui->whoBButton, QStringLiteral("b"));
  const std::array reviews{m_ui->soonButton, m_ui->weekButton, m_ui->fortnightButton, m_ui->monthButton,
                           m_ui->quarterButton};
  static_assert(std::tuple_size_v<decltype(reviews)> == kLookBackDays.size());
  for (std::size_t i = 0; i < reviews.size(); ++i) m_reviews.emplace_back(reviews.at(i), kLookBackDays.at(i));
  QList<QAbstractButton*> days;
  for (const auto& [button, ahead] : m_reviews) days << button;
  days << m_ui->openEndButton;
  setTint(m_ui->whoBothButton, QStringLiteral("ours"));
  for (QAbstractButton* button : days) setTint(button, QStringLiteral("ours"));
  auto* who = newChoiceGroup(this, m_ui->whoLabel->text(), {m_ui->whoAButton, m_ui->whoBButton, m_ui->whoBothButton});
  m_days = newChoiceGroup(this, m_ui->reviewLabel->text(), days);
  // One person alone agrees with nobody, and for nobody else.
  m_ui->whoBox->setVisible(couple.isTwo());
  (couple.isTwo() ? m_ui->whoBothButton : couple.a ? m_ui->whoAButton : m_ui->whoBButton)->setChecked(true);
  showReview(inDays(showing.form<AgreeStep>().lookBack));
  for (QLineEdit* edit : {m_ui->whatEdit, m_ui->whenEdit}) {
    setTint(edit, showing.tint());
    edit->setMaxLength(static_cast<int>(practice::kLongestText));
    connect(edit, &QLineEdit::textChanged, this, [this] {
      m_asked = false;
      showHint(m_ui->hintLabel, {});  // it was about the words as they were
      Q_EMIT draftChanged(draft());
    });
  }
  m_ui->whatEdit->setAccessibleName(m_ui->whatLabel->text());
  m_ui->whenEdit->setAccessibleName(m_ui->whenLabel->text());
  showSuggestions(showing.form<AgreeStep>(), showing);
  takeUp(showing);
  for (QButtonGroup* group : {who, m_days})
    connect(group, &QButtonGroup::buttonClicked, this, [this] { Q_EMIT draftChanged(draft()); });
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  connect(m_ui->noStepButton, &QPushButton::clicked, this, &AgreeView::takeNoStep);
  alignAnswers();
}

AgreeView::~AgreeView() = default;

QWidget* AgreeView::firstField() const {
  return m_ui->whatEdit;
}

/// No step is as good an answer, so its button is as wide.
void AgreeView::alignAnswers() {
  int wide = 0;
  for (QPushButton* button : {m_ui->noStepButton, m_ui->doneButton}) {
    button->ensurePolished();
    wide = std::max(wide, button->sizeHint().width());
  }
  for (QPushButton* button : {m_ui->noStepButton, m_ui->doneButton}) button->setMinimumWidth(wide);
}

void AgreeView::showSuggestions(const AgreeStep& form, const Showing& showing) {
  m_ui->suggestions->setHidden(form.suggestions.empty());
  m_ui->suggestionsLayout->addWidget(newLabel("small", tr("Ideas"), m_ui->suggestions));
  for (const std::string& suggestion : form.suggestions) {
    const QString words = showing.said(suggestion);
    // As a link looks, in as many lines as it needs.
    auto* button = new CardButton(m_ui->suggestions);
    button->setProperty("look", QString());
    button->setAccessibleName(words);
    auto* line = new QVBoxLayout(button);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(newLabel("link", words, button));
    m_ui->suggestionsLayout->addWidget(button);
    m_ideas << toWrite(words);
    connect(button, &QPushButton::clicked, this, [this, idea = m_ideas.last()] { takeIdea(idea); });
  }
  m_bringBack = newButton("link", tr("Bring back what you wrote"), m_ui->suggestions);
  m_bringBack->setObjectName(QStringLiteral("bringBackButton"));
  setTint(m_bringBack, QStringLiteral("soft"));
  m_bringBack->hide();
  m_ui->suggestionsLayout->addWidget(m_bringBack, 0, Qt::AlignLeft);
  connect(m_bringBack, &QPushButton::clicked, this, &AgreeView::bringBack);
}

/// What they wrote themselves gives way, and is not lost.
void AgreeView::takeIdea(const QString& words) {
  const QString before = m_ui->whatEdit->text().trimmed();
  if (!before.isEmpty() && !m_ideas.contains(before) && !m_own.contains(before)) m_own << before;
  m_ui->whatEdit->setText(words);
  m_bringBack->setHidden(m_own.isEmpty());
  m_ui->whatEdit->setFocus();
}

/// The last of it; where what stands there is their own too, the two change places.
void AgreeView::bringBack() {
  const QString words = m_own.takeLast();
  takeIdea(words);
}

/// Words that are there already are asked about once.
void AgreeView::takeNoStep() {
  const QString words = m_ui->whatEdit->text().trimmed();
  if (words.isEmpty() || m_ideas.contains(words) || std::exchange(m_asked, true)) return answer(AgreedAnswer{});
  showHint(
      m_ui->hintLabel,
      tr("There are words for a step here. Press “No step this time” once more, and they go; or go on with them."));
}

void AgreeView::takeUp(const Showing& showing) {
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<AgreedAnswer>(&*screen->answer) : nullptr;
  const QStringList fields = splitFields(showing.setting.draft.value_or(QString()), 4);
  m_ui->whatEdit->setText(fields[0]);
  m_ui->whenEdit->setText(fields[1]);
  if (showing.setting.draft) {
    m_ui->whoAButton->setChecked(fields[2] == QStringLiteral("a"));
    m_ui->whoBButton->setChecked(fields[2] == QStringLiteral("b"));
    if (!fields[3].isEmpty()) showReview(dayFrom(fields[3]));
    return;
  }
  if (!given || !given->agreement) return;
  const Agreement& agreement = *given->agreement;
  m_ui->whatEdit->setText(fromUtf8(agreement.what));
  m_ui->whenEdit->setText(fromUtf8(agreement.when));
  m_ui->whoAButton->setChecked(agreement.who == AgreementWho::A);
  m_ui->whoBButton->setChecked(agreement.who == AgreementWho::B);
  m_ui->whoBothButton->setChecked(agreement.who == AgreementWho::Both);
  showReview(agreement.review);
}

/// A day that no button stands for any more stays as it was, until one of them is pressed.
void AgreeView::showReview(std::optional<Day> day) {
  m_review = day;
  if (!day) return m_ui->openEndButton->setChecked(true);
  const auto ahead = (std::chrono::sys_days(*day) - std::chrono::sys_days(m_today)).count();
  for (const auto& [button, days] : m_reviews) {
    if (ahead == days) return button->setChecked(true);
  }
  m_days->setExclusive(false);
  if (m_days->checkedButton() != nullptr) m_days->checkedButton()->setChecked(false);
  m_days->setExclusive(true);
}

Day AgreeView::inDays(int days) const {
  return std::chrono::sys_days(m_today) + std::chrono::days(days);
}

std::optional<Day> AgreeView::reviewDay() const {
  if (m_days->checkedButton() == nullptr) return m_review;
  for (const auto& [button, days] : m_reviews) {
    if (button->isChecked()) return inDays(days);
  }
  return std::nullopt;
}

Agreement AgreeView::given() const {
  Agreement agreement;
  agreement.what = std::string(trimmed(m_ui->whatEdit->text().toStdString()));
  agreement.when = std::string(trimmed(m_ui->whenEdit->text().toStdString()));
  agreement.who = m_ui->whoAButton->isChecked()   ? AgreementWho::A
                  : m_ui->whoBButton->isChecked() ? AgreementWho::B
                                                  : AgreementWho::Both;
  agreement.review = reviewDay();
  return agreement;
}

// A day alone is no words of anybody.
QString AgreeView::draft() const {
  if (m_ui->whatEdit->text().isEmpty() && m_ui->whenEdit->text().isEmpty()) return {};
  const Agreement agreement = given();
  const QString who = agreement.who == AgreementWho::A   ? QStringLiteral("a")
                      : agreement.who == AgreementWho::B ? QStringLiteral("b")
                                                         : QString();
  const QString day = agreement.review ? toDate(*agreement.review).toString(Qt::ISODate) : QStringLiteral("-");
  return joinedFields({m_ui->whatEdit->text(), m_ui->whenEdit->text(), who, day});
}

void AgreeView::finish() {
  const Agreement agreement = given();
  if (agreement.what.empty()) {
    showHint(m_ui->hintLabel, tr("What is the step, in a few words? Or take no step this time; that is fine too."));
    m_ui->whatEdit->setFocus();
    return;
  }
  answer(AgreedAnswer{agreement});
}

}  // namespace footbridge::gui
