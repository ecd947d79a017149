// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/leave_view.h"

#include <QLabel>
#include <QPushButton>

#include "gui/steps/care_words.h"
#include "widgets/steps/ui_leave_view.h"

namespace footbridge::gui {

LeaveView::LeaveView(const Aftercare& care, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::LeaveView>()) {
  m_ui->setupUi(this);
  m_ui->textLabel->setText(
      tr("Everything written so far is kept, each in its own place. Nothing more is opened. You can go on "
         "from here another day, or never."));
  offerAftercare(*m_ui->careFold, care);
  connect(m_ui->stayButton, &QPushButton::clicked, this, &LeaveView::stayAsked);
  connect(m_ui->leaveButton, &QPushButton::clicked, this, &LeaveView::leaveConfirmed);
}

LeaveView::~LeaveView() = default;

QWidget* LeaveView::firstField() const {
  return m_ui->stayButton;
}

}  // namespace footbridge::gui
