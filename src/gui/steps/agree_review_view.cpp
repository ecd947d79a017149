// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/agree_review_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <utility>

#include "gui/steps/agreement_words.h"
#include "widgets/steps/ui_agree_review_view.h"

namespace footbridge::gui {

namespace {

QString markOf(AgreementState state) {
  switch (state) {
    case AgreementState::Kept:
      return QStringLiteral("kept");
    case AgreementState::Changed:
      return QStringLiteral("changed");
    case AgreementState::Dropped:
      return QStringLiteral("dropped");
    case AgreementState::Open:
      break;
  }
  return QStringLiteral("open");
}

AgreementState stateIn(const QButtonGroup& group) {
  return group.checkedId() < 0 ? AgreementState::Open : static_cast<AgreementState>(group.checkedId());
}

/// The group lets go of none of its buttons by itself.
void takeOff(QButtonGroup& group) {
  if (group.checkedButton() == nullptr) return;
  group.setExclusive(false);
  group.checkedButton()->setChecked(false);
  group.setExclusive(true);
}

}  // namespace

AgreeReviewView::AgreeReviewView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::AgreeReviewView>()) {
  m_ui->setupUi(this);
  setColumn(880);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  for (const auto& [id, agreement] : showing.setting.earlier) addAgreement(id, agreement, showing);
  // What the step says of earlier ones is untrue where there are none, as at the first look of all.
  const bool none = showing.setting.earlier.empty();
  m_ui->textLabel->setHidden(none);
  m_ui->noneLabel->setVisible(none);
  m_ui->blankLabel->setHidden(none);
  takeUp(showing.setting.draft.value_or(QString()));
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
}

AgreeReviewView::~AgreeReviewView() = default;

QWidget* AgreeReviewView::firstField() const {
  return m_asked.empty() ? m_ui->doneButton : m_asked.front().group->buttons().front();
}

void AgreeReviewView::addAgreement(const EntryId& id, const Agreement& agreement, const Showing& showing) {
  auto* card = new QFrame(m_ui->agreements);
  card->setProperty("look", QStringLiteral("card"));
  auto* lines = new QVBoxLayout(card);
  lines->setContentsMargins(24, 18, 24, 18);
  lines->setSpacing(8);
  const QString what = fromUtf8(agreement.what);
  lines->addWidget(newLabel("heading", what, card));
  lines->addWidget(newLabel("soft", whoAndWhen(agreement, showing.setting.couple), card));
  auto* row = new QHBoxLayout;
  row->setSpacing(10);
  auto* group = new QButtonGroup(card);
  const std::pair<AgreementState, QString> choices[] = {{AgreementState::Kept, tr("Kept")},
                                                        {AgreementState::Changed, tr("Changed")},
                                                        {AgreementState::Dropped, tr("Let go")}};
  for (const auto& [state, words] : choices) {
    QPushButton* button = newButton("chip", words, card);
    button->setObjectName(words.toLower().replace(u' ', u'-') + QLatin1Char('-') + QString::number(id.number()));
    button->setAccessibleName(tr("%1: %2").arg(words, what));
    button->setCheckable(true);
    setTint(button, QStringLiteral("ours"));
    group->addButton(button, static_cast<int>(state));
    // What was said of it before, here or on its day, stands as it is.
    button->setChecked(state == agreement.state);
    connect(button, &QPushButton::pressed, this, [this, button] { m_wasChosen = button->isChecked(); });
    connect(button, &QPushButton::clicked, this, [this, group] {
      if (std::exchange(m_wasChosen, false)) takeOff(*group);
      Q_EMIT draftChanged(draft());
    });
    row->addWidget(button);
  }
  row->addStretch();
  lines->addLayout(row);
  m_ui->agreementsLayout->addWidget(card);
  m_asked.push_back({id, agreement.state, group});
}

/// "12:kept 14:dropped": what is marked otherwise than it was, so that a mark made elsewhere meanwhile is not undone.
QString AgreeReviewView::draft() const {
  QStringList words;
  for (const auto& [id, before, group] : m_asked) {
    if (stateIn(*group) == before) continue;
    words << QString::number(id.number()) + u':' + markOf(stateIn(*group));
  }
  return words.join(u' ');
}

void AgreeReviewView::takeUp(const QString& draft) {
  const QStringList words = draft.split(u' ', Qt::SkipEmptyParts);
  for (const auto& [id, before, group] : m_asked) {
    if (words.contains(QString::number(id.number()) + u':' + markOf(AgreementState::Open))) takeOff(*group);
    for (QAbstractButton* button : group->buttons()) {
      const QString mark = markOf(static_cast<AgreementState>(group->id(button)));
      if (words.contains(QString::number(id.number()) + u':' + mark)) button->setChecked(true);
    }
  }
}

/// One that is not marked stays open, or is open again, and comes again next time.
ReviewedAnswer AgreeReviewView::reviewed() const {
  ReviewedAnswer reviewed;
  for (const auto& [id, before, group] : m_asked) {
    const AgreementState now = stateIn(*group);
    if (now != AgreementState::Open || before != AgreementState::Open) reviewed.outcomes.emplace_back(id, now);
  }
  return reviewed;
}

void AgreeReviewView::finish() {
  answer(reviewed());
}

}  // namespace footbridge::gui
