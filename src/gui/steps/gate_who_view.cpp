// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/gate_who_view.h"

#include <QPushButton>

#include "gui/steps/setting.h"
#include "widgets/steps/ui_gate_who_view.h"

namespace footbridge::gui {

GateWhoView::GateWhoView(const Exercise& exercise, const Couple& couple, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::GateWhoView>()) {
  m_ui->setupUi(this);
  setColumn(0);
  m_ui->kindLabel->setText(tr("%1 · before you begin").arg(fromUtf8(exercise.title)));
  m_ui->forAButton->setText(couple.name(PartnerId::A));
  m_ui->forBButton->setText(couple.name(PartnerId::B));
  connect(m_ui->forAButton, &QPushButton::clicked, this, [this] { Q_EMIT named(PartnerId::A); });
  connect(m_ui->forBButton, &QPushButton::clicked, this, [this] { Q_EMIT named(PartnerId::B); });
}

GateWhoView::~GateWhoView() = default;

QWidget* GateWhoView::firstField() const {
  return m_ui->forAButton;
}

}  // namespace footbridge::gui
