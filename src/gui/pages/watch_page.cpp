// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/watch_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/widgets/avatar_dot.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/card_group.h"
#include "gui/widgets/new_label.h"
#include "pages/ui_watch_page.h"

namespace footbridge::gui {
namespace {

constexpr int kReadable = 680;

QWidget* whoRow(const SuggesterView& who, const QString& facts) {
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(look::px(8));
  auto* dot = new AvatarDot(row);
  dot->setDiameter(24);
  dot->showWho(who.name, who.tint);
  line->addWidget(dot, 0, Qt::AlignTop);
  line->addWidget(newLabel("small", QStringLiteral("%1 · %2").arg(who.words, facts), row), 1);
  return row;
}

}  // namespace

WatchPage::WatchPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::WatchPage>()) {
  m_ui->setupUi(this);
  wire();
  clear();
}

WatchPage::~WatchPage() = default;

void WatchPage::wire() {
  connect(m_ui->addButton, &QPushButton::clicked, this, [this] { setAdding(true); });
  connect(m_ui->addForm, &ViewingForm::kept, this, [this](const ViewingWords& words) { Q_EMIT addAsked(words); });
  connect(m_ui->addForm, &ViewingForm::titleEdited, this, &WatchPage::titleEdited);
  connect(m_ui->addForm, &ViewingForm::cancelled, this, [this] {
    setAdding(false);
    Q_EMIT addingLeft();
  });
  connect(m_ui->joinButton, &QPushButton::clicked, this, &WatchPage::joinAsked);
  connect(m_ui->undoButton, &QPushButton::clicked, this, &WatchPage::undoAsked);
  m_ui->planBox->setMaximumWidth(look::px(kReadable));
  connect(m_ui->planMoreButton, &QPushButton::toggled, this, [this](bool open) {
    m_ui->planBox->setVisible(open);
    m_ui->planMoreButton->setText(open ? tr("Hide how it goes") : tr("How it goes"));
  });
}

void WatchPage::clear() {
  showList({});
  showNotice({}, false);
}

void WatchPage::setAdding(bool adding) {
  m_ui->addForm->clear();
  if (adding) m_ui->addForm->showWords({}, m_couple, m_plan, tr("Put it on the list"));
  m_ui->addForm->setVisible(adding);
  m_ui->addButton->setVisible(!adding && m_couple.a && m_couple.b);
  if (adding)
    m_ui->addForm->setFocus();
  else if (isVisible())
    m_ui->addButton->setFocus();
}

void WatchPage::showBegun(const QString& title) {
  setAdding(true);
  m_ui->addForm->setTitle(title);
}

QString WatchPage::begunTitle() const {
  return m_ui->addForm->title();
}

void WatchPage::showList(const WatchView& view) {
  m_couple = view.couple;
  const bool two = view.couple.a && view.couple.b;
  m_ui->leadLabel->setText(
      !two ? tr("This is for two. When somebody joins you here, you can keep a list together.")
      : view.next.empty()
          ? tr("A list of your own, for evenings at the screen. Add what one of you would like to see. A card "
               "before, in a pause or afterwards helps you talk about it.")
          : tr("Choose one, watch it, and talk about it. First about the people in it, then about the two of you."));
  m_ui->joinRow->setVisible(view.mayJoin);
  fill(*m_ui->nextBox, view.next);
  fill(*m_ui->seenBox, view.seen);
  m_ui->nextSection->setVisible(!view.next.empty());
  m_ui->seenSection->setVisible(!view.seen.empty());
  showPlan(two ? view.plan : std::nullopt);
  setAdding(false);
  orderTabs();
}

void WatchPage::fill(QWidget& box, const std::vector<ViewingCard>& cards) {
  qDeleteAll(box.findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  for (const ViewingCard& viewing : cards) {
    auto* card = new CardButton(&box);
    card->setObjectName(QStringLiteral("viewing_%1").arg(viewing.id.number()));
    card->setProperty("edge", QStringLiteral("left"));
    card->setProperty("tint", viewing.who.tint);
    card->setAccessibleName(QStringLiteral("%1. %2. %3").arg(viewing.title, viewing.who.words, viewing.facts));
    auto* across = new QHBoxLayout(card);
    across->setContentsMargins(look::px(24), look::px(16), look::px(20), look::px(16));
    across->setSpacing(look::px(12));
    auto* column = new QVBoxLayout;
    column->setSpacing(look::px(6));
    across->addLayout(column, 1);
    across->addWidget(newLabel("soft", QStringLiteral("›")), 0, Qt::AlignVCenter);
    column->addWidget(newLabel("heading", viewing.title));
    column->addWidget(whoRow(viewing.who, viewing.facts));
    column->addStretch();
    connect(card, &QPushButton::clicked, this, [this, id = viewing.id] { Q_EMIT openAsked(id); });
    CardGroup::of(box).add(card);
    card->show();
  }
}

void WatchPage::showPlan(const std::optional<PlanView>& plan) {
  m_ui->planFrame->setVisible(plan.has_value());
  m_plan = plan ? plan->title : QString();
  if (!plan) return;
  m_ui->planTitle->setText(plan->title);
  m_ui->planSummary->setText(plan->summary);
  m_ui->planSteps->setDone(plan->seen, plan->count);
  m_ui->planSteps->setAccessibleName(plan->progress);
  m_ui->planProgress->setText(plan->progress);
  qDeleteAll(m_ui->planWords->findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
  for (const QString& words : plan->paragraphs)
    m_ui->planWords->layout()->addWidget(newLabel("body", words, m_ui->planWords));
  m_ui->planEvidence->setText(plan->evidence);
}

void WatchPage::orderTabs() {
  QWidget* before = m_ui->addForm;
  const auto follow = [&before](QWidget* next) {
    setTabOrder(before, next);
    before = next;
  };
  for (auto* card : m_ui->nextBox->findChildren<CardButton*>()) follow(card);
  follow(m_ui->planMoreButton);
  for (auto* card : m_ui->seenBox->findChildren<CardButton*>()) follow(card);
}

void WatchPage::showNotice(const QString& words, bool undo) {
  m_ui->noticeLabel->setText(words);
  m_ui->undoButton->setVisible(undo);
  m_ui->noticeFrame->setVisible(!words.isEmpty());
  if (undo && isVisible()) m_ui->undoButton->setFocus();
}

void WatchPage::showRefusal(const Error& error) {
  showNotice(refusalText(error), false);
}

}  // namespace footbridge::gui
