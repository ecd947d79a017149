// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/journey_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "gui/look/look.h"
#include "gui/number_word.h"
#include "gui/widgets/avatar_dot.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/card_group.h"
#include "gui/widgets/leave_on_escape.h"
#include "gui/widgets/new_label.h"
#include "pages/ui_journey_page.h"

namespace footbridge::gui {
namespace {

/// Lines of reading are no longer than this, at 100 % text.
constexpr int kReadingWidth = 700;

void fill(QWidget* box, const QStringList& paragraphs) {
  qDeleteAll(box->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  for (const QString& paragraph : paragraphs) {
    auto* row = new QWidget(box);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    QLabel* label = newLabel("read", paragraph, row);
    label->setMaximumWidth(look::px(kReadingWidth));
    across->addWidget(label, 1);
    across->addStretch(0);
    box->layout()->addWidget(row);
  }
}

/// "Done · What I count on you for · 10 minutes"
QString factsOf(const JourneyContent::Week& week, bool isNext) {
  QStringList facts;
  if (week.done) facts << JourneyPage::tr("Done");
  if (isNext) facts << JourneyPage::tr("Next");
  if (!week.facts.isEmpty()) facts << week.facts;
  return facts.join(QStringLiteral(" · "));
}

QString titleOf(std::size_t index, const QString& title) {
  return JourneyPage::tr("Week %1: %2").arg(numberWord(static_cast<int>(index) + 1), title);
}

/// What comes next is told in full above.
CardButton* weekCard(const JourneyContent& content, std::size_t index) {
  const JourneyContent::Week& week = content.weeks[index];
  const bool isNext = content.next == index;
  const QString facts = factsOf(week, isNext);
  auto* card = new CardButton;
  card->setObjectName(QStringLiteral("week_%1").arg(index + 1));
  card->setAccessibleName(QStringLiteral("%1. %2").arg(titleOf(index, week.title), facts));
  card->setAccessibleDescription(week.text);
  auto* row = new QHBoxLayout(card);
  row->setContentsMargins(look::px(18), look::px(14), look::px(18), look::px(14));
  row->setSpacing(look::px(16));
  auto* mark = new AvatarDot(card);
  mark->setDiameter(30);
  mark->setLetter(week.done ? QStringLiteral("✓") : QString::number(index + 1));
  mark->setTint(week.done || isNext ? QStringLiteral("ours") : QStringLiteral("soft"));
  row->addWidget(mark, 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(look::px(2));
  words->addWidget(newLabel("heading", titleOf(index, week.title)));
  if (!isNext) words->addWidget(newLabel("soft", week.text));
  words->addWidget(newLabel("note", isNext ? JourneyPage::tr("Next") : facts, nullptr,
                            week.done ? QStringLiteral("ours") : QStringLiteral("soft")));
  row->addLayout(words, 1);
  return card;
}

}  // namespace

JourneyPage::JourneyPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::JourneyPage>()) {
  m_ui->setupUi(this);
  m_ui->scroll->keepInReach(m_ui->nextCard);
  wireButtons();
}

JourneyPage::~JourneyPage() = default;

void JourneyPage::wireButtons() {
  connect(m_ui->practicesButton, &QPushButton::clicked, this, &JourneyPage::practicesAsked);
  leaveOnEscape(*this, *m_ui->practicesButton);
  connect(m_ui->storyButton, &QPushButton::clicked, this, &JourneyPage::storyAsked);
  connect(m_ui->togetherChip, &QPushButton::clicked, this, [this] { Q_EMIT wayAsked(Audience::Two); });
  connect(m_ui->aloneChip, &QPushButton::clicked, this, [this] { Q_EMIT wayAsked(Audience::One); });
  connect(m_ui->nextButton, &QPushButton::clicked, this, [this] { Q_EMIT exerciseAsked(*m_next); });
  connect(m_ui->openingButton, &QPushButton::toggled, this, &JourneyPage::showOpening);
}

void JourneyPage::showJourney(const JourneyContent& content) {
  showProblem({});
  showWords(content);
  showNext(content);
  showWeeks(content);
}

void JourneyPage::showWords(const JourneyContent& content) {
  m_ui->titleLabel->setText(content.title);
  m_ui->summaryLabel->setText(content.summary);
  m_ui->wayRow->setVisible(content.way.has_value());
  m_ui->togetherChip->setChecked(content.way == Audience::Two);
  m_ui->aloneChip->setChecked(content.way == Audience::One);
  m_ui->gapLabel->setText(content.afterGap);
  m_ui->gapCard->setHidden(content.afterGap.isEmpty());
  fill(m_ui->openingBox, content.opening);
  fill(m_ui->closingBox, content.closing);
  m_ui->openingRow->setVisible(content.begun);
  m_ui->openingButton->setChecked(!content.begun);
  showOpening(!content.begun);
}

void JourneyPage::showOpening(bool open) {
  m_ui->openingCard->setVisible(open);
  m_ui->openingButton->setText(open ? tr("Close the opening") : tr("Read the opening again"));
}

void JourneyPage::showNext(const JourneyContent& content) {
  m_next.reset();
  m_ui->nextCard->setVisible(content.next.has_value());
  m_ui->closingCard->setVisible(!content.next);
  if (!content.next) return;
  const JourneyContent::Week& week = content.weeks[*content.next];
  m_next = week.exercise;
  m_ui->nextKindLabel->setText(content.begun ? tr("Next, when you like") : tr("The first step"));
  m_ui->nextTitleLabel->setText(titleOf(*content.next, week.title));
  m_ui->nextTextLabel->setText(week.text);
  m_ui->nextFactsLabel->setText(week.facts);
  m_ui->nextFactsLabel->setHidden(week.facts.isEmpty());
  m_ui->nextButton->setAccessibleName(tr("Open %1").arg(titleOf(*content.next, week.title)));
}

void JourneyPage::showWeeks(const JourneyContent& content) {
  qDeleteAll(m_ui->weeksBox->findChildren<CardButton*>(Qt::FindDirectChildrenOnly));
  QWidget* before = m_ui->nextButton;
  for (std::size_t index = 0; index < content.weeks.size(); ++index) {
    CardButton* card = weekCard(content, index);
    m_ui->weeksBox->layout()->addWidget(card);
    CardGroup::of(*m_ui->weeksBox).add(card);
    connect(card, &QPushButton::clicked, this,
            [this, id = content.weeks[index].exercise] { Q_EMIT exerciseAsked(id); });
    setTabOrder(before, card);
    before = card;
  }
  setTabOrder(before, m_ui->openingButton);
}

void JourneyPage::showProblem(const QString& words) {
  m_ui->problemLabel->setText(words);
  m_ui->problemLabel->setVisible(!words.isEmpty());
  for (QWidget* part : {static_cast<QWidget*>(m_ui->weeksTitle), static_cast<QWidget*>(m_ui->weeksNote),
                        static_cast<QWidget*>(m_ui->weeksBox), static_cast<QWidget*>(m_ui->wayRow),
                        static_cast<QWidget*>(m_ui->gapCard), static_cast<QWidget*>(m_ui->openingCard),
                        static_cast<QWidget*>(m_ui->closingCard), static_cast<QWidget*>(m_ui->nextCard),
                        static_cast<QWidget*>(m_ui->openingRow)})
    part->setVisible(words.isEmpty());
}

}  // namespace footbridge::gui
