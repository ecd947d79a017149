// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/foot_strip.h"

#include "gui/widgets/page_scroll.h"
#include "widgets/ui_foot_strip.h"

namespace footbridge::gui {

FootStrip::FootStrip(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::FootStrip>()) {
  m_ui->setupUi(this);
  connect(m_ui->safetyButton, &QPushButton::clicked, this, &FootStrip::safetyAsked);
  connect(m_ui->hideButton, &QPushButton::clicked, this, &FootStrip::hideAsked);
  connect(m_ui->menuButton, &QPushButton::clicked, this,
          [this] { Q_EMIT menuAsked(m_ui->menuButton->mapToGlobal(QPoint(0, 0))); });
}

FootStrip::~FootStrip() = default;

/// It ends where the page above it does.
void FootStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  QMargins margins = layout()->contentsMargins();
  margins.setLeft(PageScroll::edgeAt(width()));
  margins.setRight(margins.left());
  layout()->setContentsMargins(margins);
}

}  // namespace footbridge::gui
