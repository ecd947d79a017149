// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/flow_row.h"

#include <QChildEvent>

#include "gui/widgets/flow_layout.h"

namespace footbridge::gui {

FlowRow::FlowRow(QWidget* parent) : QWidget(parent), m_flow(new FlowLayout(this)) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

int FlowRow::gap() const {
  return m_flow->gap();
}

void FlowRow::setGap(int gap) {
  m_flow->setGap(gap);
}

void FlowRow::clear() {
  qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
}

void FlowRow::childEvent(QChildEvent* event) {
  QWidget::childEvent(event);
  if (event->added() && event->child()->isWidgetType()) m_flow->addWidget(static_cast<QWidget*>(event->child()));
}

}  // namespace footbridge::gui
