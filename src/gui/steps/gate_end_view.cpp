// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/gate_end_view.h"

#include <QPushButton>

#include "gui/look/look.h"
#include "gui/widgets/new_label.h"
#include "widgets/steps/ui_gate_end_view.h"

namespace footbridge::gui {

GateEndView::GateEndView(const std::vector<GateWay>& ways, const QString& leave, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::GateEndView>()) {
  m_ui->setupUi(this);
  setColumn(0);
  QWidget* before = nullptr;
  for (const GateWay& way : ways) {
    if (m_ui->waysLayout->count() > 0) m_ui->waysLayout->addSpacing(look::px(10));
    QLabel* words = newLabel("soft", way.words, m_ui->waysBox);
    words->setAlignment(Qt::AlignCenter);
    m_ui->waysLayout->addWidget(words);
    QPushButton* link = newButton("link", way.title, m_ui->waysBox);
    link->setObjectName(QStringLiteral("way_") + QString::fromStdString(way.exercise.text()));
    link->setAccessibleDescription(way.words);
    connect(link, &QPushButton::clicked, this, [this, id = way.exercise] { Q_EMIT exerciseAsked(id); });
    m_ui->waysLayout->addWidget(link, 0, Qt::AlignHCenter);
    if (before != nullptr) setTabOrder(before, link);
    before = link;
  }
  if (before != nullptr) setTabOrder(before, m_ui->doneButton);
  m_ui->waysBox->setHidden(ways.empty());
  m_ui->doneButton->setText(leave);
  connect(m_ui->doneButton, &QPushButton::clicked, this, &GateEndView::doneAsked);
}

GateEndView::~GateEndView() = default;

QWidget* GateEndView::firstField() const {
  return m_ui->doneButton;
}

}  // namespace footbridge::gui
