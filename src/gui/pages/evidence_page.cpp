// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/evidence_page.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/leave_on_escape.h"
#include "gui/widgets/new_label.h"
#include "gui/widgets/still_card.h"
#include "pages/ui_evidence_page.h"

namespace footbridge::gui {
namespace {

/// What the first letter of a key stands for.
QString partName(QChar letter) {
  switch (letter.unicode()) {
    case u'A':
      return EvidencePage::tr("Strengths and good news");
    case u'B':
      return EvidencePage::tr("Asking for support, and giving it");
    case u'C':
      return EvidencePage::tr("Opening up");
    case u'D':
      return EvidencePage::tr("Conflict");
    case u'E':
      return EvidencePage::tr("Time together");
    case u'F':
      return EvidencePage::tr("Courses and apps");
    case u'H':
      return EvidencePage::tr("Looking back week by week");
    default:
      return EvidencePage::tr("More");
  }
}

QString text(const std::string& words) {
  return QString::fromStdString(words);
}

}  // namespace

EvidencePage::EvidencePage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::EvidencePage>()) {
  m_ui->setupUi(this);
  connect(m_ui->backButton, &QPushButton::clicked, this, &EvidencePage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
  connect(m_ui->allButton, &QPushButton::clicked, this, &EvidencePage::allAsked);
}

EvidencePage::~EvidencePage() = default;

void EvidencePage::showAll(const std::vector<EvidenceSource>& sources, const QString& back) {
  begin(tr("What all of this builds on"),
        tr("The studies that the exercises lean on, in our own words. Of nearly all of them we read the summary and "
           "not the whole paper. Most people in them were young, from Western countries, and in couples of a man and "
           "a woman."),
        back);
  m_ui->allButton->hide();
  QWidget* part = nullptr;
  QChar letter;
  for (const EvidenceSource& source : sources) {
    const QChar first = text(source.key).front();
    if (part == nullptr || first != letter) part = newPart(partName(first));
    letter = first;
    addCard(part, source, {});
  }
}

void EvidencePage::showFor(const Exercise& exercise, const std::vector<EvidenceSource>& sources) {
  begin(tr("What this builds on"), tr("How sure it is: %1").arg(text(exercise.evidenceGrade)), text(exercise.title));
  m_ui->leadLabel->setHidden(exercise.evidenceGrade.empty());
  m_ui->allButton->show();
  QWidget* part = newPart({});
  for (const EvidenceNote& note : exercise.evidence) {
    const auto source = std::ranges::find(sources, note.key, &EvidenceSource::key);
    if (source != sources.end()) addCard(part, *source, text(note.text));
  }
  setTabOrder(m_lastStop, m_ui->allButton);
}

void EvidencePage::showProblem(const QString& words) {
  m_ui->problemLabel->setText(words);
  m_ui->problemLabel->setHidden(words.isEmpty());
}

void EvidencePage::begin(const QString& title, const QString& lead, const QString& back) {
  qDeleteAll(m_ui->partsBox->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  m_ui->titleLabel->setText(title);
  m_ui->leadLabel->setText(lead);
  m_ui->leadLabel->show();
  m_ui->backButton->setText(tr("‹ %1").arg(back));
  showProblem({});
  m_lastStop = m_ui->backButton;
  m_ui->scroll->verticalScrollBar()->setValue(0);
}

QWidget* EvidencePage::newPart(const QString& heading) {
  auto* part = new QWidget(m_ui->partsBox);
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(look::px(10));
  if (!heading.isEmpty()) column->addWidget(newLabel("title", heading));
  auto* cards = new Columns(part);
  cards->setMinColumn(380);
  cards->setGap(16);
  column->addWidget(cards);
  m_ui->partsBox->layout()->addWidget(part);
  return cards;
}

void EvidencePage::addCard(QWidget* part, const EvidenceSource& source, const QString& here) {
  auto* card = new StillCard(part);
  card->setObjectName(QStringLiteral("evidence_") + text(source.key));
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(look::px(21), look::px(17), look::px(21), look::px(17));
  column->setSpacing(look::px(6));
  const QString who = tr("%1, %2").arg(text(source.authors), text(source.year));
  const QString sure = tr("How sure: %1").arg(text(source.howSure));
  column->addWidget(newLabel("note", who));
  column->addWidget(newLabel("body", text(source.found)));
  column->addWidget(newLabel("small", sure));
  QStringList all{who + u'.', text(source.found), sure};
  if (!here.isEmpty()) {
    const QString why = tr("For this exercise: %1").arg(here);
    column->addSpacing(look::px(4));
    column->addWidget(newLabel("small", why, nullptr, QStringLiteral("ours")));
    all << why;
  }
  column->addStretch();
  card->setAccessibleName(all.join(u' '));
  setTabOrder(m_lastStop, card);
  m_lastStop = card;
}

}  // namespace footbridge::gui
