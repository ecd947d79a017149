// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/columns.h"

#include <QChildEvent>
#include <QStringList>

#include "gui/widgets/columns_layout.h"

namespace footbridge::gui {

Columns::Columns(QWidget* parent) : QWidget(parent), m_columns(new ColumnsLayout(this)) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

int Columns::minColumn() const {
  return m_columns->minColumn;
}

void Columns::setMinColumn(int width) {
  m_columns->minColumn = width;
  m_columns->invalidate();
}

int Columns::gap() const {
  return m_columns->gap;
}

void Columns::setGap(int gap) {
  m_columns->gap = gap;
  m_columns->invalidate();
}

int Columns::rowGap() const {
  return m_columns->rowGap;
}

void Columns::setRowGap(int gap) {
  m_columns->rowGap = gap;
  m_columns->invalidate();
}

QString Columns::stretch() const {
  QStringList parts;
  for (const int part : m_columns->stretch) parts.append(QString::number(part));
  return parts.join(u',');
}

void Columns::setStretch(const QString& parts) {
  m_columns->stretch.clear();
  for (const QString& part : parts.split(u',', Qt::SkipEmptyParts)) m_columns->stretch.push_back(part.toInt());
  m_columns->invalidate();
}

QString Columns::align() const {
  switch (m_columns->align) {
    case ColumnsLayout::Align::Top:
      return QStringLiteral("top");
    case ColumnsLayout::Align::Middle:
      return QStringLiteral("middle");
    case ColumnsLayout::Align::Fill:
      break;
  }
  return QStringLiteral("fill");
}

void Columns::setAlign(const QString& align) {
  m_columns->align = align == u"top"      ? ColumnsLayout::Align::Top
                     : align == u"middle" ? ColumnsLayout::Align::Middle
                                          : ColumnsLayout::Align::Fill;
  m_columns->invalidate();
}

void Columns::childEvent(QChildEvent* event) {
  QWidget::childEvent(event);
  if (event->added() && event->child()->isWidgetType()) m_columns->addWidget(static_cast<QWidget*>(event->child()));
}

}  // namespace footbridge::gui
